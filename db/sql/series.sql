-- name: find_series
-- A tenant's series after an id. `pattern` is a LIKE pattern; the labels given must all be there.
select s.id, s.metric, s.labels, s.unit, s.kind, s.created_at, st.newest, st.step_us
from series s
left join series_state st on st.series_id = s.id
where s.tenant_id = :tenant and s.id > :after and s.metric <> '__erased__'  -- a number that nobody uses any more
  and (:metric::text is null or s.metric = :metric::text)
  and (:pattern::text is null or s.metric like :pattern::text)
  and s.labels @> :labels::jsonb
order by s.id
limit :limit;

-- name: group_series
-- Series of one metric, by the values of some of their labels; at most `limit` series. `ids` are packed.
select keys, string_agg(int4send(id), '' order by id) as ids, array_agg(distinct kind) as kinds,
       array_agg(distinct unit) as units, max(step_us) as step_us
from (
    select s.id, s.kind, s.unit, st.step_us,
           array(select coalesce(s.labels ->> by.label, '')
                 from unnest(:names::text[]) with ordinality as by (label, n) order by n) as keys
    from series s
    left join series_state st on st.series_id = s.id
    where s.tenant_id = :tenant and s.metric = :metric and s.labels @> :labels::jsonb
    limit :limit
) as found
group by keys;

-- name: find_metrics
-- A tenant's metrics after a name. `units` holds the distinct units; null stands for none.
select s.metric, array_agg(distinct s.kind) as kinds, array_agg(distinct s.unit) as units,
       count(*) as series, max(st.newest) as newest
from series s
left join series_state st on st.series_id = s.id
where s.tenant_id = :tenant and s.metric > :after and (:pattern::text is null or s.metric like :pattern::text)
  and left(s.metric, 2) <> '__'  -- our own, such as the series that stands for a group
group by s.metric
order by s.metric
limit :limit;

-- name: open_stale
-- Which of these series are silent now, as the staleness task found.
select series_id from episodes where tenant_id = :tenant and series_id = any(:ids::int[]) and kind = 'stale' and state = 'open';
