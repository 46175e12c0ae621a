-- The secret before the current one goes on signing for a while after a rotation.
alter table subscription add column previous_secret varchar(200);
alter table subscription add column previous_until timestamp with time zone;
