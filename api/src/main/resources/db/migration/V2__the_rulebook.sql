-- The rulebook: its published revisions, which never change, and the drafts of the next one.

create table rulebook_revision (
  number       integer       primary key,
  author       varchar(200)  not null,
  note         varchar(2000) not null,
  overridden   boolean       not null,
  published_at timestamp with time zone not null
);

create table rulebook_revision_file (
  number integer      not null references rulebook_revision (number),
  path   varchar(200) not null,
  text   text         not null,
  primary key (number, path)
);

create table rulebook_draft (
  id         varchar(40)  primary key,
  base       integer      not null references rulebook_revision (number),
  version    integer      not null,
  author     varchar(200) not null,
  changed_at timestamp with time zone not null
);

create table rulebook_draft_file (
  draft_id varchar(40)  not null references rulebook_draft (id) on delete cascade,
  path     varchar(200) not null,
  text     text         not null,
  primary key (draft_id, path)
);

-- The flags of a report were raised anew under another revision, and are others now.
create table event_correction (
  event_id     varchar(40) not null,
  article_id   varchar(40) not null,
  revision     integer     not null,
  corrected_at timestamp with time zone not null,
  flags_before text        not null,
  flags_after  text        not null
);
create index event_correction_by_event on event_correction (event_id, corrected_at);
create index report_by_article on report (article_id);
