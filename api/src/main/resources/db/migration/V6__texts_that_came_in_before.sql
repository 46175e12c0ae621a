-- The same text from many outlets is read once. A sketch is kept of every text, and of the first of each its bands, by which copies are found.

alter table article add column digest bigint;
alter table article add column runs int;
alter table article add column minima varchar(600);
alter table article add column copy_of varchar(40);
create index article_by_digest on article (digest);
create index article_by_original on article (copy_of);

create table article_band (
  band       bigint      not null,
  article_id varchar(40) not null references article (id) on delete cascade,
  primary key (band, article_id)
);
