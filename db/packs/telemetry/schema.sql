-- What people make for themselves: figures, templates, requests for actions, preferences, layouts. Each is one JSON
-- document with a version, so that two who change it at the same time notice.
create table telemetry_documents (
    tenant_id   int not null references tenants,
    kind        text not null,
    owner       text not null,           -- user:12 or key:ab12; '': everybody's
    name        text not null,
    version     int not null default 1,
    body        jsonb not null,
    person      text,                    -- the user_id under which events name the owner, if they do
    created_at  timestamptz not null default clock_timestamp(),
    changed_at  timestamptz not null default clock_timestamp(),
    changed_by  text not null,
    primary key (tenant_id, kind, owner, name)
);
create index telemetry_documents_by_age on telemetry_documents (kind, changed_at);
