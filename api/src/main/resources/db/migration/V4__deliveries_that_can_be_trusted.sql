-- Terms and credentials of subscriptions; what is secret lies sealed in one column, and the old columns are emptied at the next start.
alter table subscription alter column url drop not null;
alter table subscription alter column secret drop not null;
alter table subscription add column description varchar(500) default '' not null;
alter table subscription add column topic varchar(12) default 'EVENTS' not null;
alter table subscription add column terms text default '{}' not null;
alter table subscription add column confidential text;

-- How the receiver of a subscription fares, and the number of the last delivery owed to it.
create table endpoint (
  subscription_id varchar(40) primary key references subscription (id) on delete cascade,
  mode            varchar(10) not null,
  failures        integer     not null,
  failing_since   timestamp with time zone,
  warned          integer     not null,
  rests_until     timestamp with time zone,
  next_send_at    timestamp with time zone,
  last_number     bigint      not null
);
insert into endpoint (subscription_id, mode, failures, warned, last_number) select id, 'ACTIVE', 0, 0, 0 from subscription;

create table endpoint_change (
  subscription_id varchar(40)   not null references subscription (id) on delete cascade,
  changed_at      timestamp with time zone not null,
  kind            varchar(20)   not null,
  detail          varchar(1000) not null
);
create index endpoint_change_by_subscription on endpoint_change (subscription_id, changed_at);

-- Deliveries are numbered within their subscription, in the order in which they were owed.
alter table delivery add column number bigint default 0 not null;
alter table delivery add column dyad varchar(40);
alter table delivery add column content_type varchar(200) default 'application/json' not null;
alter table delivery add column headers text default '{}' not null;
alter table delivery add column digest_id varchar(40);
alter table delivery add column attempts_before integer default 0 not null;
drop index delivery_by_due_at;
drop index delivery_by_subscription;
create index delivery_by_due_at on delivery (subscription_id, state, due_at);
create index delivery_by_number on delivery (subscription_id, number);
create index delivery_by_dyad on delivery (subscription_id, dyad, state, number);

-- What moved a delivery to another state, where that was no attempt.
create table delivery_change (
  delivery_id varchar(40)   not null references delivery (id) on delete cascade,
  changed_at  timestamp with time zone not null,
  state       varchar(10)   not null,
  due_at      timestamp with time zone,
  reason      varchar(1000) not null
);
create index delivery_change_by_delivery on delivery_change (delivery_id, changed_at);

alter table attempt add column subscription_id varchar(40);
alter table attempt add column request_headers text default '{}' not null;
alter table attempt add column response_headers text default '{}' not null;
alter table attempt add column response_body text;
alter table attempt add column connect_ms bigint;
alter table attempt add column waiting_ms bigint;
alter table attempt add column reading_ms bigint;
alter table attempt add column next_state varchar(10);
alter table attempt add column next_due_at timestamp with time zone;
create index attempt_by_subscription on attempt (subscription_id, started_at);
create index attempt_by_time on attempt (started_at);
