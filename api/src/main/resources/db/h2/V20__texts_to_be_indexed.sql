-- Articles of which the index of texts, which lies beside the database, does not know or knows another text.
create table text_change (
  number     bigint generated always as identity primary key,
  article_id varchar(40) not null references article (id) on delete cascade
);

-- Which index that is: another one begins anew.
create table text_index (
  id varchar(40) primary key
);
