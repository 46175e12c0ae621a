-- What requests with a key of their own (Idempotency-Key) were answered with, or that they are under way.
create table kept_answer (
  account      varchar(40)  not null,
  request_key  varchar(255) not null,
  fingerprint  varchar(64)  not null,
  begun_at     timestamp with time zone not null,
  status       integer,
  content_type varchar(200),
  location     varchar(2000),
  body         text,
  primary key (account, request_key)
);
create index kept_answer_by_begun on kept_answer (begun_at);
