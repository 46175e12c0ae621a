-- Who announces the changes of a source, and what was asked of him. The token is the end of the address that only he was given.
create table source_hub (
  source_id    varchar(40)              primary key references source (id) on delete cascade,
  token        varchar(64)              not null unique,
  hub          varchar(2000)            not null,
  topic        varchar(2000)            not null,
  secret       varchar(400)             not null,
  asked_at     timestamp with time zone not null,
  leased_until timestamp with time zone
);
