-- Events of a span of time are counted by kind, by party or by pair along one index each.
create index event_kind_by_time on event_kind (first_told_at, kind);
create index event_party_by_time on event_party (side, first_told_at, party);
create index event_pair_by_time on event_pair (first_told_at, actor, target);
drop index event_pair_by_first_told;
create index event_pair_by_first_told on event_pair (actor, target, first_told_at desc, event_id desc, both_ways);

-- The latest events that an outlet told, those of a severity, and those of a measure, move and status are one range of an index, by either time.
create table event_outlet (
  outlet_key    varchar(500) not null,
  event_id      varchar(40)  not null references event (id) on delete cascade,
  flagged_at    timestamp with time zone not null,
  first_told_at timestamp with time zone not null,
  primary key (event_id, outlet_key)
);
insert into event_outlet (outlet_key, event_id, flagged_at, first_told_at)
  select distinct r.outlet_key, e.id, e.flagged_at, e.first_told_at from report r join event e on e.id = r.event_id
  where r.outlet_key is not null;
create index event_outlet_by_outlet on event_outlet (outlet_key, flagged_at desc, event_id desc);
create index event_outlet_by_first_told on event_outlet (outlet_key, first_told_at desc, event_id desc);

drop index event_by_severity;
create index event_by_severity on event (severity, flagged_at desc, id desc);
create index event_by_severity_first_told on event (severity, first_told_at desc, id desc);
drop index event_by_measure;
create index event_by_measure on event (measure, move, status, flagged_at desc, id desc);
create index event_by_measure_first_told on event (measure, move, status, first_told_at desc, id desc);
