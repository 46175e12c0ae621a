-- The words of each report, beside the times of the event of which it tells: the order in which events are asked for.
create table report_text (
  event_id      varchar(40) not null,
  article_id    varchar(40) not null,
  flagged_at    timestamp with time zone not null,
  first_told_at timestamp with time zone not null,
  words         tsvector not null
);
insert into report_text (event_id, article_id, flagged_at, first_told_at, words)
  select r.event_id, r.article_id, e.flagged_at, e.first_told_at, w.words
  from report r join event e on e.id = r.event_id join flagged_text w on w.article_id = r.article_id
  order by e.flagged_at;
drop table flagged_text;
alter table report_text add primary key (event_id, article_id);
alter table report_text add foreign key (event_id, article_id) references report (event_id, article_id)
  on update cascade on delete cascade;
create index report_text_by_article on report_text (article_id);
create index report_text_by_words on report_text using gin (words);
create index report_text_by_flagged_at on report_text (flagged_at);
create index report_text_by_first_told on report_text (first_told_at);
