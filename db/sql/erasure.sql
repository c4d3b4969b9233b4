-- name: events_to_keep
-- Events of a person that stay without them; of all types when none is given.
select event_id, event_type, (extract(epoch from t) * 1000000)::bigint, user_id, session_id, content_id, properties
from events
where tenant_id = :tenant and user_id = :person
  and (cardinality(:types::text[]) = 0 or event_type = any(:types::text[]))
order by t, event_id
limit :limit;

-- name: replace_events!
update events e
set event_id = u.new, user_id = :user, session_id = u.session, properties = u.properties
from unnest(:old::text[], :times::timestamptz[], :new::text[], :sessions::text[], :properties::jsonb[])
     as u (old, t, new, session, properties)
where e.tenant_id = :tenant and e.t = u.t and e.event_id = u.old and e.t between :lo and :hi;

-- name: columns_of
select a.attname, ty.typname, not a.attnotnull
from pg_attribute a
join pg_type ty on ty.oid = a.atttypid
where a.attrelid = to_regclass(:table) and a.attnum > 0 and not a.attisdropped;

-- name: places
-- Every column of ours that can hold text: of tables, not of their partitions; not what is computed from other columns. `tenant`: how its rows say whose they are.
select c.relname, a.attname, ty.typname,
       exists (select from pg_attribute x where x.attrelid = c.oid and x.attname = 'tenant_id') as tenant,
       exists (select from pg_attribute x where x.attrelid = c.oid and x.attname = 'series_id') as series
from pg_class c
join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
join pg_type ty on ty.oid = a.atttypid
where c.relkind in ('r', 'p') and not c.relispartition
  and ty.typname in ('text', 'varchar', 'bpchar', 'jsonb', 'json', '_text', 'bytea')
order by c.relname, a.attnum;

-- name: journal_rows
-- Rows that are waiting, or are kept for a successor to replay.
select id, kind, payload from journal where tenant_id = :tenant and id > :after order by id limit :limit;

-- name: rewrite_row!
update journal set payload = :payload, points = :points where id = :id;

-- name: series_naming
-- Series that name a person by one of these labels.
select id, metric, labels, kind, shard from series
where tenant_id = :tenant
  and exists (select from jsonb_each_text(labels) as l where l.key = any(:labels::text[]) and l.value = any(:names::text[]));

-- name: drop_series_rows!
-- What is kept of series, but for their points and rollups.
with bands_gone as (delete from bands where series_id = any(:ids::int[])),
     dirty_gone as (delete from dirty_windows where series_id = any(:ids::int[])),
     episodes_gone as (delete from episodes where series_id = any(:ids::int[])),
     insights_gone as (delete from insights where series_id = any(:ids::int[])),
     patterns_gone as (delete from patterns where series_ids && :ids::int[]),
     items_gone as (delete from model_items where tenant_id = :tenant and item = any(:ids::int[]::text[])),
     forecasts_gone as (delete from forecasts where series_id = any(:ids::int[]))
delete from series_state where series_id = any(:ids::int[]);

-- name: drop_samples!
delete from samples where series_id = any(:ids::int[]);

-- name: groups_of
-- Groups that stand for a person, and the series that their scores are written under.
select id, series_id from groups where tenant_id = :tenant and label = any(:labels::text[]) and value = any(:names::text[]);

-- name: drop_groups!
delete from groups where tenant_id = :tenant and id = any(:ids::int[]);

-- name: leave_groups!
update groups set members = array(select m from unnest(members) as m where m <> all(:ids::int[]))
where tenant_id = :tenant and members && :ids::int[];

-- name: make_nameless!
-- The row stays: consumers may still hold its number. Nothing in it says what it was.
update series set metric = '__erased__', labels = '{}', unit = null, fingerprint = sha256(:secret::bytea || int4send(id))
where tenant_id = :tenant and id = any(:ids::int[]);

-- name: uncount_series!
update tenants set series_count = greatest(0, series_count - :n) where id = :tenant;

-- name: forget_state!
-- Have the detectors of their shards forget series, at once.
insert into relearn (series_id, shard, live, ready_at, forget)
select id, shard, false, clock_timestamp(), true from series where id = any(:ids::int[]) and kind <> 'event'
on conflict (series_id) do update set since = null, until = null, forget = true, ready_at = excluded.ready_at;

-- name: rename_series!
update series set labels = :labels, fingerprint = :print where id = :id;

-- name: accounts
select id, email, role from users where tenant_id = :tenant and (person = any(:names::text[]) or email = any(:names::text[]))
order by id;

-- name: drop_accounts!
delete from users where tenant_id = :tenant and id = any(:ids::bigint[]);

-- name: other_admins$
select count(*) from users where tenant_id = :tenant and role = 'admin' and disabled_at is null and id <> all(:ids::bigint[]);

-- name: waiting_forget$
select count(*) from relearn where series_id = any(:ids::int[]) and forget;

-- name: erased_series
select id from series where tenant_id = :tenant and metric = '__erased__';

-- name: raw_rows
-- What raw points say of windows.
select s.series_id, (extract(epoch from date_bin('15 minutes', s.t, 'epoch')) * 1000000)::bigint as window,
       count(*), sum(s.v), min(s.v), max(s.v)
from samples s
where s.series_id = any(:ids::int[]) and s.t >= :lo and s.t < :hi
group by 1, 2;

-- name: dirty
select series_id, (extract(epoch from t) * 1000000)::bigint from dirty_windows
where series_id = any(:ids::int[]) and t >= :lo and t < :hi;
