-- How each measure of one party against another stands is one range of an index.
alter table event_pair add column measure varchar(20);
alter table event_pair add column status varchar(20);
update event_pair set
  measure = (select e.measure from event e where e.id = event_pair.event_id),
  status = (select e.status from event e where e.id = event_pair.event_id);
create index event_pair_by_measure on event_pair (actor, target, measure, first_told_at desc, event_id desc, status);
