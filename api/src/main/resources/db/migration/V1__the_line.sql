-- The tables along the line. Written for PostgreSQL and for H2 in its PostgreSQL mode.

create table article (
  id           varchar(40)  primary key,
  url          varchar(4000),
  outlet       varchar(500),
  language     varchar(40),
  title        varchar(2000) not null,
  text         text          not null,
  published_at timestamp with time zone,
  received_at  timestamp with time zone not null
);

-- What the reader found in an article: statements as JSON.
create table reading (
  article_id     varchar(40) primary key references article (id) on delete cascade,
  reader_version varchar(40) not null,
  statements     text        not null
);

-- One row for each doing ever told. Whoever merges events of a doing locks its row.
create table doing (
  doing_key varchar(1000) primary key
);

create table event (
  id            varchar(40)   primary key,
  doing_key     varchar(1000) not null references doing (doing_key),
  doing         text          not null,
  severity      varchar(10)   not null,
  first_told_at timestamp with time zone not null,
  last_told_at  timestamp with time zone not null,
  flagged_at    timestamp with time zone not null,
  report_count  integer       not null
);
create index event_by_doing on event (doing_key, first_told_at);
create index event_by_flagged_at on event (flagged_at, id);

create table event_kind (
  event_id varchar(40) not null references event (id) on delete cascade,
  kind     varchar(64) not null,
  primary key (event_id, kind)
);
create index event_kind_by_kind on event_kind (kind, event_id);

-- The parties of an event; those of a mutual one stand on both sides.
create table event_party (
  event_id varchar(40) not null references event (id) on delete cascade,
  side     varchar(6)  not null,
  party    varchar(24) not null,
  primary key (event_id, side, party)
);
create index event_party_by_party on event_party (party, side, event_id);

-- The id of an event that became part of another leads to it.
create table event_alias (
  id       varchar(40) primary key,
  event_id varchar(40) not null references event (id) on delete cascade
);
create index event_alias_by_event on event_alias (event_id);

create table report (
  event_id   varchar(40) not null references event (id) on delete cascade,
  article_id varchar(40) not null references article (id),
  told_at    timestamp with time zone not null,
  statement  text        not null,
  flags      text        not null,
  primary key (event_id, article_id)
);
create index report_by_time on report (event_id, told_at, article_id);

create table subscription (
  id         varchar(40)   primary key,
  url        varchar(2000) not null,
  filter     text          not null,
  secret     varchar(200)  not null,
  created_at timestamp with time zone not null
);

-- The outbox: one event owed to one subscription.
create table delivery (
  id              varchar(40) primary key,
  subscription_id varchar(40) not null references subscription (id) on delete cascade,
  event_id        varchar(40) not null,
  payload         text        not null,
  state           varchar(10) not null,
  due_at          timestamp with time zone,
  ended_at        timestamp with time zone,
  attempts        integer     not null,
  created_at      timestamp with time zone not null
);
create index delivery_by_due_at on delivery (state, due_at);
create index delivery_by_subscription on delivery (subscription_id, created_at);

create table attempt (
  delivery_id varchar(40) not null references delivery (id) on delete cascade,
  number      integer     not null,
  started_at  timestamp with time zone not null,
  took_ms     bigint      not null,
  outcome     varchar(12) not null,
  status      integer,
  reason      varchar(1000),
  primary key (delivery_id, number)
);

create table source (
  id            varchar(40)   primary key,
  kind          varchar(10)   not null,
  url           varchar(2000) not null,
  created_at    timestamp with time zone not null,
  etag          varchar(1000),
  last_modified varchar(200),
  fetched_at    timestamp with time zone,
  problem       varchar(2000),
  next_fetch_at timestamp with time zone not null
);
create index source_by_next_fetch on source (next_fetch_at);
