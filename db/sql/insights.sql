-- name: forget_expired!
-- Those that expired begin anew when they are found again.
delete from insights where insight_id = any(:ids::text[]) and expires_at < :now;

-- name: save!
-- Findings of a tenant. What is known is revised; what was closed is open again.
insert into insights as i (
    tenant_id, insight_id, job, item, model, category, title, description, severity, confidence, impact_score,
    recommendations, metadata, series_id, metric, labels, since, until, expires_at)
select :tenant, f.insight_id, :job, f.item, f.model, f.category, f.title, f.description, f.severity, f.confidence,
       f.impact_score, f.recommendations, f.metadata, f.series_id, f.metric, f.labels, f.since, f.until, f.expires_at
from jsonb_to_recordset(:found::jsonb) as f (
    insight_id text, item text, model text, category text, title text, description text, severity text,
    confidence float8, impact_score float8, recommendations jsonb, metadata jsonb, series_id int, metric text,
    labels jsonb, since timestamptz, until timestamptz, expires_at timestamptz)
on conflict (insight_id) do update set
    revised_at = case when i.closed_at is null
                       and (i.title, i.description, i.severity) = (excluded.title, excluded.description, excluded.severity)
                      then i.revised_at else clock_timestamp() end,
    title = excluded.title, description = excluded.description, category = excluded.category,
    severity = excluded.severity, confidence = excluded.confidence, impact_score = excluded.impact_score,
    recommendations = excluded.recommendations, metadata = excluded.metadata, since = excluded.since,
    until = excluded.until, expires_at = excluded.expires_at, closed_at = null;

-- name: close!
-- What a model looked for again in an item and no longer found.
update insights i set closed_at = clock_timestamp(), revised_at = clock_timestamp()
from unnest(:items::text[], :models::text[]) as looked (item, model)
where i.job = :job and i.tenant_id = :tenant and i.item = looked.item and i.model = looked.model
  and i.closed_at is null and not i.insight_id = any(:ids::text[]);

-- name: drop_expired!
delete from insights where id in (select id from insights where expires_at < :now order by expires_at limit :limit);

-- name: insights
-- A tenant's insights below an id, newest first.
select i.id, i.insight_id, i.model, i.category, i.title, i.description, i.severity, i.confidence, i.impact_score,
       i.recommendations, i.metadata, i.series_id, i.metric, i.labels, i.since, i.until, i.created_at, i.revised_at,
       i.closed_at, i.expires_at, s.unit
from insights i left join series s on s.id = i.series_id
where i.tenant_id = :tenant
  and i.severity = any(:severities::text[])
  and (:category::text is null or i.category = :category::text)
  and (:metric::text is null or i.metric = :metric::text)
  and (:pattern::text is null or i.metric like :pattern::text)
  and i.labels @> :labels::jsonb
  and i.confidence >= :min_confidence
  and (:active::boolean is null or :active::boolean = (i.closed_at is null and i.expires_at > clock_timestamp()))
  and (:before::bigint is null or i.id < :before::bigint)
order by i.id desc
limit :limit;

-- name: count_insights
-- How many of each severity the same filter finds, on all pages.
select severity, count(*) as n
from insights i
where i.tenant_id = :tenant
  and i.severity = any(:severities::text[])
  and (:category::text is null or i.category = :category::text)
  and (:metric::text is null or i.metric = :metric::text)
  and (:pattern::text is null or i.metric like :pattern::text)
  and i.labels @> :labels::jsonb
  and i.confidence >= :min_confidence
  and (:active::boolean is null or :active::boolean = (i.closed_at is null and i.expires_at > clock_timestamp()))
group by severity;

-- name: insight^
select i.id, i.insight_id, i.model, i.category, i.title, i.description, i.severity, i.confidence, i.impact_score,
       i.recommendations, i.metadata, i.series_id, i.metric, i.labels, i.since, i.until, i.created_at, i.revised_at,
       i.closed_at, i.expires_at, s.unit
from insights i left join series s on s.id = i.series_id
where i.tenant_id = :tenant and i.insight_id = :insight_id;
