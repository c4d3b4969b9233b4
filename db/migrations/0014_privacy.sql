-- People who were erased, and what was asked for of whom.

-- Their later events are refused. The hash is keyed with a secret of this installation: who is meant cannot be read here.
create table erased_people (
    tenant_id  int not null references tenants,
    hash       bytea not null,
    erased_at  timestamptz not null default clock_timestamp(),
    primary key (tenant_id, hash)
);

-- One row for all tenants: processes that remember who is refused look whether it has changed.
create table erased_clock (
    one      boolean primary key default true check (one),
    version  bigint not null default 0
);
insert into erased_clock default values;

-- `person` is emptied when an erasure is done. `names`: what else the person is called, such as the email of a login.
-- `pseudonym` and `secret`: what replaces them, while it is being done. `labels`: more labels of series that name people.
create table privacy_requests (
    tenant_id    int not null references tenants,
    id           bigint generated always as identity,
    kind         text not null check (kind in ('export', 'erasure')),
    mode         text check (mode in ('erase', 'anonymise')),
    dry_run      boolean not null default false,
    person       text,
    person_hash  bytea not null,
    names        text[] not null default '{}',
    labels       text[] not null default '{}',
    pseudonym    text,
    secret       bytea,
    asked_by     text not null,
    asked_at     timestamptz not null default clock_timestamp(),
    due_at       timestamptz not null,
    state        text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed', 'expired')),
    step         text,
    counts       jsonb not null default '{}',
    report       jsonb not null default '{}',
    attempts     int not null default 0,
    next_at      timestamptz not null default clock_timestamp(),
    finished_at  timestamptz,
    expires_at   timestamptz,
    certificate  text,
    primary key (tenant_id, id)
);
create index privacy_requests_due on privacy_requests (next_at) where state in ('waiting', 'working');
create index privacy_requests_by_person on privacy_requests (tenant_id, person_hash);

-- 15-minute windows that an erasure took points out of: they are computed anew and compared, and then forgotten.
create table privacy_windows (
    tenant_id  int not null,
    request    bigint not null,
    series_id  int not null,
    t          timestamptz not null,
    primary key (tenant_id, request, series_id, t),
    foreign key (tenant_id, request) references privacy_requests on delete cascade
);

-- Exports, in pieces, until they expire.
create table privacy_files (
    tenant_id  int not null,
    request    bigint not null,
    part       int not null,
    data       bytea not null,
    primary key (tenant_id, request, part),
    foreign key (tenant_id, request) references privacy_requests on delete cascade
);
alter table privacy_files alter column data set storage external;

-- Series whose state the detectors must not keep, see db/privacy.
alter table relearn add column forget boolean not null default false;
