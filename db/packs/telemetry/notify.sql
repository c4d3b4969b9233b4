-- name: preferences
-- How people of a tenant want to be told, of those who may read: users and keys that are not disabled or revoked.
select d.owner, d.body, d.created_at
from telemetry_documents d
where d.tenant_id = :tenant and d.kind = 'preferences'
  and (exists (select from users u where u.tenant_id = d.tenant_id and d.owner = 'user:' || u.id
                 and u.disabled_at is null and u.role <> 'member')
       or exists (select from api_keys k where k.tenant_id = d.tenant_id and d.owner = 'key:' || k.id
                    and k.revoked_at is null and k.scopes && '{read,admin}'
                    and (k.expires_at is null or k.expires_at > clock_timestamp())))
order by d.owner;

-- name: tenants_to_tell
select distinct tenant_id from telemetry_documents where kind = 'preferences' order by 1;

-- name: begin_telling!
-- A tenant of which nobody was told before begins with what comes next.
insert into telemetry_told (tenant_id, owner, seq)
select id, '', live_seq from tenants where id = :tenant
on conflict do nothing;

-- name: told_until$
-- Locked until the transaction ends; nothing where another works on it.
select seq from telemetry_told where tenant_id = :tenant and owner = '' for update skip locked;

-- name: put_told!
update telemetry_told set seq = :seq where tenant_id = :tenant and owner = '';

-- name: news
select seq, to_state, severity, at, alert
from alert_transitions
where tenant_id = :tenant and seq > :after
order by seq
limit :limit;

-- name: news_between
-- Transitions of a time, the newest first.
select seq, to_state, severity, at, alert
from alert_transitions
where tenant_id = :tenant and at >= :start and at < :stop
order by seq desc
limit :limit;

-- name: quiet_until$
select quiet_until from telemetry_told where tenant_id = :tenant and owner = :owner;

-- name: put_quiet!
insert into telemetry_told (tenant_id, owner, quiet_until) values (:tenant, :owner, :until)
on conflict (tenant_id, owner) do update set quiet_until = excluded.quiet_until;
