-- How far an archive has been taken in, so that an import goes on where it was broken off.

create table archive (
  id         varchar(40)   primary key,
  path       varchar(2000) not null,
  size_bytes bigint        not null,
  position   bigint        not null,
  pages      bigint        not null,
  articles   bigint        not null,
  finished   boolean       not null,
  updated_at timestamp with time zone not null
);
