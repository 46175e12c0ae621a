-- Of an event the last change tells all that those before it told: whoever follows is sent the event as it is now.
create index event_change_by_event on event_change (event_id);
delete from event_change
    where what = 'CHANGED'
        and number is not null
        and exists (
            select 1 from event_change later
                where later.event_id = event_change.event_id and later.number > event_change.number
        );
