-- Doings that an event tells of besides its own, since an event of them became part of it.
create table event_doing (
  event_id  varchar(40)   not null references event (id) on delete cascade,
  doing_key varchar(1000) not null references doing (doing_key),
  doing     text          not null,
  primary key (event_id, doing_key)
);
create index event_doing_by_doing on event_doing (doing_key, event_id);

-- Events that were split, both ways round: no article makes one of two of them.
create table event_apart (
  event_id varchar(40) not null references event (id) on delete cascade,
  other_id varchar(40) not null references event (id) on delete cascade,
  primary key (event_id, other_id)
);

-- Who merged and split what.
create table regrouping (
  number     bigint generated always as identity primary key,
  what       varchar(10)   not null,
  event_id   varchar(40)   not null,
  other_id   varchar(40)   not null,
  articles   text          not null,
  note       varchar(2000) not null,
  account_id varchar(40)   not null,
  account    varchar(200)  not null,
  at         timestamp with time zone not null
);
create index regrouping_by_event on regrouping (event_id);
create index regrouping_by_other on regrouping (other_id);
