-- What the core keeps for packs, whatever their domain; and people who are in a domain, but read nothing else.

-- How often a pack's data of a tenant has changed: an answer made at an older version is stale.
create table pack_changes (
    tenant_id   int not null references tenants,
    pack        text not null,
    version     bigint not null,
    changed_at  timestamptz not null,
    primary key (tenant_id, pack)
);

-- Events that a pack's own queries could not take in. They are in `events` all the same.
create table pack_failures (
    tenant_id  int not null references tenants,
    pack       text not null,
    event_id   text not null,
    why        text not null,
    failed_at  timestamptz not null default clock_timestamp(),
    primary key (tenant_id, pack, event_id)
);

-- `person`: the user_id under which events name this user. A member sees only what a pack shows to that person.
alter table users add column person text;
alter table users drop constraint users_role_check;
alter table users add constraint users_role_check check (role in ('member', 'viewer', 'operator', 'admin'));
create unique index users_by_person on users (tenant_id, person);
