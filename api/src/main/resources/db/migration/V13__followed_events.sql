-- What has become of events, for those who follow them. A number is given after the commit of the change, under the lock of the one row of
-- event_numbering, so that whoever has seen a number has seen, or will never see, every smaller one.
create table event_change (
    id bigint generated always as identity primary key,
    number bigint unique,
    event_id varchar(40) not null,
    what varchar(10) not null
);
create table event_numbering (
    one int primary key,
    last_number bigint not null
);
insert into event_change (number, event_id, what)
    select row_number() over (order by flagged_at, id), id, 'FLAGGED' from event where report_count > 0;
insert into event_numbering (one, last_number) select 1, count(*) from event_change;
