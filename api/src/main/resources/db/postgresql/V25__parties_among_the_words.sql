-- The parties of an event among the words of what is told of it, so that both are found by one index. They are written anew rather than changed
-- in place, which would leave as much room empty.
drop index report_text_by_words;
create table report_text_with_parties as
  select w.event_id, w.article_id, w.flagged_at, w.first_told_at,
    w.words || coalesce((select array_to_tsvector(array_agg(p.side || ':' || p.party)) from event_party p
      where p.event_id = w.event_id and p.side in ('ACTOR', 'TARGET')), '') as words
  from report_text w;
drop table report_text;
alter table report_text_with_parties rename to report_text;
alter table report_text alter column event_id set not null, alter column article_id set not null,
  alter column flagged_at set not null, alter column first_told_at set not null, alter column words set not null;
alter table report_text add primary key (event_id, article_id);
alter table report_text add foreign key (event_id, article_id) references report (event_id, article_id)
  on update cascade on delete cascade;
create index report_text_by_article on report_text (article_id);
create index report_text_by_words on report_text using gin (words);
create index report_text_by_flagged_at on report_text (flagged_at);
create index report_text_by_first_told on report_text (first_told_at);
