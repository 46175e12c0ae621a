-- What analysts say of what was read. Text and reading are kept as they were when they were marked, so that nothing read later changes them.
create table marked_article (
    article_id varchar(40) not null,
    version int not null,
    title varchar(2000) not null,
    text varchar(1000000) not null,
    statements text not null,
    primary key (article_id, version)
);
create table mark (
    number bigint generated always as identity primary key,
    event_id varchar(40),
    article_id varchar(40) not null,
    version int not null,
    verdict varchar(10) not null,
    read_statement text,
    right_statement text,
    note varchar(2000) not null,
    account_id varchar(40) not null,
    account varchar(200) not null,
    at timestamp with time zone not null,
    foreign key (article_id, version) references marked_article (article_id, version)
);
create index mark_by_event on mark (event_id, number);
create index mark_by_article on mark (article_id, version, number);
