-- What is asked most of an event stands in columns of its own.
alter table event add column measure varchar(20);
alter table event add column move varchar(20);
alter table event add column status varchar(20);
update event set measure = 'SANCTIONS' where doing_key like 'SANCTIONS/%';
update event set measure = 'EXPULSION' where doing_key like 'EXPULSION/%';
update event set measure = 'MISSION' where doing_key like 'MISSION/%';
update event set measure = 'RECALL' where doing_key like 'RECALL/%';
update event set measure = 'SUMMONS' where doing_key like 'SUMMONS/%';
update event set measure = 'RELATIONS' where doing_key like 'RELATIONS/%';
update event set measure = 'VISAS' where doing_key like 'VISAS/%';
update event set measure = 'RESTRICTIONS' where doing_key like 'RESTRICTIONS/%';
update event set move = 'IMPOSE' where doing_key like '%/IMPOSE/%';
update event set move = 'LIFT' where doing_key like '%/LIFT/%';
update event set status = 'ADOPTED' where doing_key like '%/%/ADOPTED/%';
update event set status = 'PROPOSED' where doing_key like '%/%/PROPOSED/%';
update event set status = 'URGED' where doing_key like '%/%/URGED/%';
update event set status = 'CONSIDERED' where doing_key like '%/%/CONSIDERED/%';
update event set status = 'REJECTED' where doing_key like '%/%/REJECTED/%';

create index event_by_measure on event (measure, flagged_at);
create index report_by_outlet on report (event_id, outlet);
