-- The words of articles that events were flagged for.
create table flagged_text (
  article_id varchar(40) primary key references article (id) on delete cascade,
  words      tsvector not null
);
insert into flagged_text (article_id, words)
  select a.id, to_tsvector('english', left(a.title || ' ' || a.text, 100000)) from article a
  where exists (select 1 from report r where r.article_id = a.id);
create index flagged_text_by_words on flagged_text using gin (words);
