-- name: episodes
-- A tenant's episodes below an id, newest id first, with their series. An episode meets [start, stop) when it has begun
-- before `stop` and was not over before `start`.
select e.id, e.kind, e.state, e.severity, e.opened_at, e.last_at, e.closed_at, e.points, e.score, e.peak_at,
       e.value, e.expected, e.lo, e.hi, e.detector, e.reason,
       s.id as series_id, s.metric, s.labels, s.unit, s.kind as series_kind, s.created_at, st.newest, st.step_us
from episodes e
join series s on s.id = e.series_id
left join series_state st on st.series_id = s.id
where e.tenant_id = :tenant
  and (:ids::int[] is null or e.series_id = any(:ids::int[]))
  and (:state::text is null or e.state = :state::text)
  and e.severity = any(:severities::text[])
  and (:start::timestamptz is null or e.state = 'open' or coalesce(e.closed_at, e.last_at) >= :start::timestamptz)
  and (:stop::timestamptz is null or e.opened_at < :stop::timestamptz)
  and (:before::bigint is null or e.id < :before::bigint)
order by e.id desc
limit :limit;
