-- Terms and credentials of subscriptions; what is secret lies sealed in one column, and the old columns are emptied at the next start.
alter table subscription alter column url drop not null;
alter table subscription alter column secret drop not null;
alter table subscription add column description varchar(500) default '' not null;
alter table subscription add column topic varchar(12) default 'EVENTS' not null;
alter table subscription add column terms text default '{}' not null;
alter table subscription add column confidential text;

-- How the receiver of a subscription fares, and which process sends to it.
create table endpoint (
  subscription_id varchar(40) primary key references subscription (id) on delete cascade,
  mode            varchar(10) not null,
  failures        integer     not null,
  failing_since   timestamp with time zone,
  warned          integer     not null,
  rests_until     timestamp with time zone,
  leased_by       varchar(40),
  leased_until    timestamp with time zone
);
insert into endpoint (subscription_id, mode, failures, warned) select id, 'ACTIVE', 0, 0 from subscription;

create table endpoint_change (
  subscription_id varchar(40)   not null references subscription (id) on delete cascade,
  changed_at      timestamp with time zone not null,
  kind            varchar(20)   not null,
  detail          varchar(1000) not null
);
create index endpoint_change_by_subscription on endpoint_change (subscription_id, changed_at);

-- Deliveries are numbered in the order in which they were owed.
alter table delivery add column number bigint default 0 not null;
-- Of an ordered subscription, the pair of parties, until the delivery has ended.
alter table delivery add column dyad varchar(40);
alter table delivery add column content_type varchar(200) default 'application/json' not null;
alter table delivery add column headers text default '{}' not null;
alter table delivery add column digest_id varchar(40);
alter table delivery add column attempts_before integer default 0 not null;
drop index delivery_by_due_at;
drop index delivery_by_subscription;
create index delivery_by_due_at on delivery (subscription_id, state, due_at, number);
create index delivery_by_number on delivery (subscription_id, number);
create index delivery_by_dyad on delivery (dyad, number);

-- What moved a delivery to another state, where that was no attempt.
create table delivery_change (
  delivery_id varchar(40)   not null references delivery (id) on delete cascade,
  changed_at  timestamp with time zone not null,
  state       varchar(10)   not null,
  due_at      timestamp with time zone,
  reason      varchar(1000) not null
);
create index delivery_change_by_delivery on delivery_change (delivery_id, changed_at);

create sequence delivery_number;
update delivery set number = nextval('delivery_number');

-- Attempts lie in the order in which deliveries were owed, not in that of ids, so that what is recorded together lies together.
alter table attempt rename to attempt_before;
create table attempt (
  subscription_id  varchar(40) not null references subscription (id) on delete cascade,
  delivery_number  bigint      not null,
  number           integer     not null,
  started_at       timestamp with time zone not null,
  took_ms          bigint      not null,
  outcome          varchar(12) not null,
  status           integer,
  reason           varchar(1000),
  request_headers  varchar(60000) not null,
  response_headers varchar(60000) not null,
  response_body    varchar(60000),
  connect_ms       bigint,
  waiting_ms       bigint,
  reading_ms       bigint,
  next_state       varchar(10),
  next_due_at      timestamp with time zone,
  primary key (subscription_id, delivery_number, number)
);
insert into attempt (subscription_id, delivery_number, number, started_at, took_ms, outcome, status, reason, request_headers,
  response_headers)
  select d.subscription_id, d.number, a.number, a.started_at, a.took_ms, a.outcome, a.status, a.reason, '{}', '{}'
  from attempt_before a join delivery d on d.id = a.delivery_id;
drop table attempt_before;
create index attempt_by_time on attempt (subscription_id, started_at);
