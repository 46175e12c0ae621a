-- The latest events of a kind, a party or a pair of parties are one range of an index, by either time.
alter table event_kind add column flagged_at timestamp with time zone;
alter table event_kind add column first_told_at timestamp with time zone;
update event_kind set
  flagged_at = (select e.flagged_at from event e where e.id = event_kind.event_id),
  first_told_at = (select e.first_told_at from event e where e.id = event_kind.event_id);
alter table event_kind alter column flagged_at set not null;
alter table event_kind alter column first_told_at set not null;
drop index event_kind_by_kind;
create index event_kind_by_kind on event_kind (kind, flagged_at desc, event_id desc);
create index event_kind_by_first_told on event_kind (kind, first_told_at desc, event_id desc);

-- A party stands on its side, and once more on EITHER.
alter table event_party add column flagged_at timestamp with time zone;
alter table event_party add column first_told_at timestamp with time zone;
insert into event_party (event_id, side, party) select distinct event_id, 'EITHER', party from event_party;
update event_party set
  flagged_at = (select e.flagged_at from event e where e.id = event_party.event_id),
  first_told_at = (select e.first_told_at from event e where e.id = event_party.event_id);
alter table event_party alter column flagged_at set not null;
alter table event_party alter column first_told_at set not null;
drop index event_party_by_party;
create index event_party_by_party on event_party (party, side, flagged_at desc, event_id desc);
create index event_party_by_first_told on event_party (party, side, first_told_at desc, event_id desc);

-- Who does it to whom: each actor with each target, and both ways where both do it to each other.
create table event_pair (
  event_id      varchar(40) not null references event (id) on delete cascade,
  actor         varchar(24) not null,
  target        varchar(24) not null,
  flagged_at    timestamp with time zone not null,
  first_told_at timestamp with time zone not null,
  both_ways     boolean default false not null,
  primary key (event_id, actor, target)
);
insert into event_pair (event_id, actor, target, flagged_at, first_told_at)
  select a.event_id, a.party, t.party, a.flagged_at, a.first_told_at from event_party a join event_party t on t.event_id = a.event_id
  where a.side = 'ACTOR' and t.side = 'TARGET' and t.party <> a.party;
update event_pair set both_ways = true where exists (
  select 1 from event_pair p where p.event_id = event_pair.event_id and p.actor = event_pair.target and p.target = event_pair.actor);
create index event_pair_by_parties on event_pair (actor, target, flagged_at desc, event_id desc);
create index event_pair_by_first_told on event_pair (actor, target, first_told_at desc, event_id desc);

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
drop index event_by_flagged_at;
create index event_by_flagged_at on event (flagged_at desc, id desc);
create index event_by_first_told on event (first_told_at desc, id desc);
create index event_by_last_told on event (last_told_at desc, id desc);
create index event_by_reports on event (report_count, id);
create index report_by_outlet_key on report (outlet_key, event_id);
create index report_by_language on report (language, event_id);
