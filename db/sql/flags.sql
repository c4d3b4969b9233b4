-- name: said
-- What a tenant says of its flags.
select name, enabled, percent, settings, changed_at, changed_by from flags where tenant_id = :tenant order by name;

-- name: put^
insert into flags as f (tenant_id, name, enabled, percent, settings, changed_by)
values (:tenant, :name, :enabled, :percent, :settings, :who)
on conflict (tenant_id, name) do update set
    enabled = excluded.enabled, percent = excluded.percent, settings = excluded.settings,
    changed_by = excluded.changed_by, changed_at = clock_timestamp()
returning name, enabled, percent, settings, changed_at, changed_by;

-- name: remove!
delete from flags where tenant_id = :tenant and name = :name;
