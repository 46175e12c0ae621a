-- The same text from many outlets is read once. A sketch is kept of every text, and of the first of each its bands, by which copies are found.

alter table article add column digest bigint;
alter table article add column runs int;
alter table article add column minima varchar(600);
alter table article add column copy_of varchar(40);
create index article_by_digest on article (digest);
create index article_by_original on article (copy_of);

-- No foreign key: its index would cost as much again, and a band without its article is only passed over.
create table article_band (
  band       bigint      not null,
  article_id varchar(40) not null,
  primary key (band, article_id)
);
