-- The latest events of a kind, a party or a pair of parties are one range of an index.
alter table event_kind add column flagged_at timestamp with time zone;
update event_kind set flagged_at = (select e.flagged_at from event e where e.id = event_kind.event_id);
alter table event_kind alter column flagged_at set not null;
drop index event_kind_by_kind;
create index event_kind_by_kind on event_kind (kind, flagged_at, event_id);

alter table event_party add column flagged_at timestamp with time zone;
update event_party set flagged_at = (select e.flagged_at from event e where e.id = event_party.event_id);
alter table event_party alter column flagged_at set not null;
drop index event_party_by_party;
create index event_party_by_party on event_party (party, side, flagged_at, event_id);

-- Who does it to whom: each actor with each target, both ways where both do it to each other.
create table event_pair (
  event_id   varchar(40) not null references event (id) on delete cascade,
  actor      varchar(24) not null,
  target     varchar(24) not null,
  flagged_at timestamp with time zone not null,
  primary key (event_id, actor, target)
);
insert into event_pair (event_id, actor, target, flagged_at)
  select a.event_id, a.party, t.party, a.flagged_at from event_party a join event_party t on t.event_id = a.event_id
  where a.side = 'ACTOR' and t.side = 'TARGET' and t.party <> a.party;
create index event_pair_by_parties on event_pair (actor, target, flagged_at, event_id);

-- Which rules of which revisions flagged it.
create table event_rule (
  event_id varchar(40)  not null references event (id) on delete cascade,
  rule     varchar(500) not null,
  revision integer      not null,
  primary key (event_id, rule, revision)
);
create index event_rule_by_rule on event_rule (rule, event_id);

-- What a report says of the doing, and the highest of it over all reports of an event. Old ones are filled in by the program.
alter table report add column confidence double precision;
alter table report add column people integer;
alter table report add column background boolean;
alter table report add column language varchar(40);
alter table report add column outlet_key varchar(500);
update report set outlet_key = lower(outlet), language = (select lower(a.language) from article a where a.id = report.article_id);
alter table event add column confidence double precision default 0 not null;
alter table event add column people integer;
alter table event add column background boolean default false not null;

drop index event_by_measure;
create index event_by_measure on event (measure, move, status, flagged_at);
create index event_by_severity on event (severity, flagged_at);
create index event_by_first_told on event (first_told_at, id);
create index event_by_last_told on event (last_told_at, id);
create index event_by_reports on event (report_count, id);
create index report_by_outlet_key on report (outlet_key, event_id);
create index report_by_language on report (language, event_id);
