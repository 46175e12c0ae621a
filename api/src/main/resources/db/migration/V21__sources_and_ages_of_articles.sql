-- From which source an article came in. It stays when the source ends.
create table article_source (
  article_id varchar(40) not null references article (id) on delete cascade,
  source_id  varchar(40) not null,
  primary key (article_id, source_id)
);
create index article_source_by_source on article_source (source_id, article_id);

-- Which articles are past their time.
create index article_by_receipt on article (received_at);
