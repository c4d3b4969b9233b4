-- name: document^
select owner, name, version, body, created_at, changed_at, changed_by
from telemetry_documents
where tenant_id = :tenant and kind = :kind and owner = :owner and name = :name;

-- name: documents
-- Documents of a kind after a name, by owner and name. Without an owner: of all.
select owner, name, version, body, created_at, changed_at, changed_by
from telemetry_documents
where tenant_id = :tenant and kind = :kind and (:owner::text is null or owner = :owner::text)
  and body @> :matching::jsonb and name > :after
order by name, owner
limit :limit;

-- name: count_documents$
select count(*) from telemetry_documents where tenant_id = :tenant and kind = :kind and owner = :owner;

-- name: add_document^
insert into telemetry_documents (tenant_id, kind, owner, name, body, person, changed_by)
values (:tenant, :kind, :owner, :name, :body, :person, :who)
on conflict do nothing
returning owner, name, version, body, created_at, changed_at, changed_by;

-- name: change_document^
update telemetry_documents
set body = :body, version = version + 1, changed_at = clock_timestamp(), changed_by = :who
where tenant_id = :tenant and kind = :kind and owner = :owner and name = :name
  and (:expect::int is null or version = :expect::int)
returning owner, name, version, body, created_at, changed_at, changed_by;

-- name: remove_document^
delete from telemetry_documents
where tenant_id = :tenant and kind = :kind and owner = :owner and name = :name
  and (:expect::int is null or version = :expect::int)
returning name;

-- name: all_documents
-- Documents of a kind of all tenants.
select tenant_id, owner, name, version, body from telemetry_documents where kind = :kind order by tenant_id, owner, name;

-- name: old_documents!
delete from telemetry_documents
where tenant_id = :tenant and kind = :kind and changed_at < :before and body ->> 'state' = any(:states::text[]);
