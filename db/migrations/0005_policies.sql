-- What people say of series beforehand. Rows never change but for `until`: a policy that is replaced or removed ends at
-- a version and another begins, so that what was in force at a version can be known for ever after.
create table policies (
    tenant_id         int not null references tenants,
    name              text not null,
    since             bigint not null,   -- versions [since, until)
    until             bigint,
    metric            text not null,     -- `*` stands for anything
    pattern           text not null,     -- the same for LIKE
    labels            jsonb not null default '{}',
    -- Null: nothing is said, so that a wider policy may.
    direction         text check (direction in ('both', 'above', 'below')),
    min_dev           double precision check (min_dev >= 0),
    min_dev_relative  double precision check (min_dev_relative >= 0),
    low               double precision,
    high              double precision,
    sensitivity       double precision check (sensitivity > 0),
    muted             boolean,
    note              text,
    changed_at        timestamptz not null default clock_timestamp(),
    changed_by        text not null,
    primary key (tenant_id, name, since),
    check (low <= high)
);
create unique index policies_in_force on policies (tenant_id, name) where until is null;

-- One row: the version of all policies. Taken with a lock that is held until commit, so versions appear in order.
create table policy_clock (
    one      boolean primary key default true check (one),
    version  bigint not null default 0
);
insert into policy_clock default values;

-- The version that a shard's consumer has judged by since its last snapshot.
alter table shards add column policy_version bigint not null default 0;

-- Whether points are history: told of, or only remembered. Null: as their age says when they come.
alter table journal add column history boolean;

-- Series whose past changed after it was judged. Their consumer judges them again from what is stored.
create table relearn (
    series_id  int primary key references series on delete cascade,
    shard      smallint not null references shards,
    since      timestamptz,   -- the oldest and the newest point that changed; null: none did, it only has to be learned
    until      timestamptz,
    live       boolean not null,   -- whether a point among them may be told of
    ready_at   timestamptz not null
);
create index relearn_ready on relearn (shard, ready_at);

alter table episodes drop constraint episodes_state_check;
alter table episodes add constraint episodes_state_check check (state in ('open', 'closed', 'retracted'));
