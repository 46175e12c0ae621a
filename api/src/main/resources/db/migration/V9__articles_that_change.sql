-- Publishers change articles: the text of before is kept, with what was read in it.

alter table article add column version integer default 1 not null;
alter table article add column since timestamp with time zone;
alter table article add column confirmed_at timestamp with time zone;
update article set since = received_at, confirmed_at = received_at;

create table article_version (
  article_id varchar(40)              not null references article (id) on delete cascade,
  number     integer                  not null,
  title      varchar(2000)            not null,
  text       varchar(1000000)         not null,
  since      timestamp with time zone not null,
  statements text                     not null,
  primary key (article_id, number)
);
