create table account (
    id varchar(40) primary key,
    name varchar(200) not null unique,
    roles varchar(200) not null,
    subject varchar(500) unique,
    created_at timestamp with time zone not null,
    disabled_at timestamp with time zone
);

create table api_key (
    id varchar(12) primary key,
    account_id varchar(40) not null references account (id),
    digest varchar(64) not null,
    description varchar(500) not null,
    roles varchar(200) not null,
    created_at timestamp with time zone not null,
    expires_at timestamp with time zone,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone
);
create index api_key_account on api_key (account_id);

-- Written before a change is begun and completed when it has ended: a row without a status is of a change that a crash cut off.
create table audit_entry (
    number bigint generated always as identity primary key,
    at timestamp with time zone not null,
    account_id varchar(40) not null,
    account varchar(200) not null,
    key_id varchar(12),
    address varchar(64) not null,
    method varchar(10) not null,
    path varchar(2000) not null,
    status int,
    before_change varchar(1000000),
    after_change varchar(1000000)
);
create index audit_entry_account on audit_entry (account_id, number);

alter table subscription add owner varchar(40);
