-- name: forget_expired!
-- Those that expired begin anew when they are found again.
delete from patterns where pattern_id = any(:ids::text[]) and expires_at < :now;

-- name: save!
-- Patterns of a tenant. What is known is revised; what was closed is open again.
insert into patterns as p (
    tenant_id, pattern_id, job, item, model, pattern_type, description, confidence, frequency, correlation_factors,
    metadata, series_ids, metrics, since, until, expires_at)
select :tenant, f.pattern_id, :job, f.item, f.model, f.pattern_type, f.description, f.confidence, f.frequency,
       f.correlation_factors, f.metadata,
       array(select e::int from jsonb_array_elements_text(f.series_ids) with ordinality as a (e, n) order by n),
       array(select e from jsonb_array_elements_text(f.metrics) with ordinality as a (e, n) order by n),
       f.since, f.until, f.expires_at
from jsonb_to_recordset(:found::jsonb) as f (
    pattern_id text, item text, model text, pattern_type text, description text, confidence float8, frequency text,
    correlation_factors jsonb, metadata jsonb, series_ids jsonb, metrics jsonb, since timestamptz, until timestamptz,
    expires_at timestamptz)
on conflict (pattern_id) do update set
    revised_at = case when p.closed_at is null and p.description = excluded.description
                      then p.revised_at else clock_timestamp() end,
    description = excluded.description, confidence = excluded.confidence, frequency = excluded.frequency,
    correlation_factors = excluded.correlation_factors, metadata = excluded.metadata,
    series_ids = excluded.series_ids, metrics = excluded.metrics, since = excluded.since,
    until = excluded.until, expires_at = excluded.expires_at, closed_at = null;

-- name: close!
-- What a model looked for again in an item and no longer found.
update patterns p set closed_at = clock_timestamp(), revised_at = clock_timestamp()
from unnest(:items::text[], :models::text[]) as looked (item, model)
where p.job = :job and p.tenant_id = :tenant and p.item = looked.item and p.model = looked.model
  and p.closed_at is null and not p.pattern_id = any(:ids::text[]);

-- name: drop_expired!
delete from patterns where id in (select id from patterns where expires_at < :now order by expires_at limit :limit);

-- name: patterns
-- A tenant's patterns below an id, newest first, with their series in order.
select p.id, p.pattern_id, p.model, p.pattern_type, p.description, p.confidence, p.frequency, p.correlation_factors,
       p.metadata, p.series_ids, p.metrics, p.since, p.until, p.created_at, p.revised_at, p.closed_at, p.expires_at,
       (select jsonb_agg(jsonb_build_object('series_id', s.id, 'metric', s.metric, 'labels', s.labels, 'unit', s.unit)
                         order by o.n)
        from unnest(p.series_ids) with ordinality as o (id, n)
        join series s on s.id = o.id and s.tenant_id = p.tenant_id) as series
from patterns p
where p.tenant_id = :tenant
  and (:type::text is null or p.pattern_type = :type::text)
  and (:metric::text is null or :metric::text = any(p.metrics))
  and (:pattern::text is null or exists (select from unnest(p.metrics) as m (name) where m.name like :pattern::text))
  and p.confidence >= :min_confidence
  and (:active::boolean is null or :active::boolean = (p.closed_at is null and p.expires_at > clock_timestamp()))
  and (:before::bigint is null or p.id < :before::bigint)
order by p.id desc
limit :limit;
