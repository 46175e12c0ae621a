-- Sources are fetched as often as they have news; what came of it is kept day by day.

alter table source add column links varchar(500);
alter table source add column moved_to varchar(2000);
alter table source add column failures int default 0 not null;
alter table source add column news_at timestamp with time zone;
alter table source add column rhythm_ms bigint;
alter table source add column ended varchar(200);
alter table source add column leased_until timestamp with time zone;
alter table source add column floor_ms bigint;
alter table source add column ceiling_ms bigint;

create table source_day (
  source_id varchar(40) not null references source (id) on delete cascade,
  on_day    date        not null,
  looks     int         not null,
  unchanged int         not null,
  failed    int         not null,
  articles  int         not null,
  bytes     bigint      not null,
  primary key (source_id, on_day)
);
create index source_day_by_day on source_day (on_day);
