-- Sessions: those that have a message in a range. Where the first or last one lies in it, that is known at once; the few
-- that lie across it are looked up: in quarters of an hour, and at ragged ends in the messages themselves.

-- name: sessions_in
-- How many there are in [lo, hi), by project (0: none).
with mine as (
    select id, project, first_at >= :lo::timestamptz or last_at < :hi::timestamptz as sure
    from llm_sessions
    where tenant_id = :tenant and last_at >= :lo::timestamptz and first_at < :hi::timestamptz
)
select m.project, count(*) as sessions
from mine m
where m.sure
   or exists (
       select from llm_session_windows w
       where w.tenant_id = :tenant and w.session = m.id and w.t >= :lo::timestamptz
         and w.t <= :hi::timestamptz - interval '15 minutes')
   or exists (
       select from llm_messages f
       where f.tenant_id = :tenant and f.session = m.id and f.t >= :lo::timestamptz and f.t < :hi::timestamptz)
group by 1;

-- name: sessions_by_bucket
-- How many have a message in each bucket. A session within one bucket is known at once.
with mine as (
    select id, width_bucket(greatest(first_at, :lo::timestamptz), :edges::timestamptz[]) as first_in, last_at,
           first_at >= :lo::timestamptz or last_at < :hi::timestamptz as sure
    from llm_sessions
    where tenant_id = :tenant and last_at >= :lo::timestamptz and first_at < :hi::timestamptz
      and :project in (-1, project)
), known as materialized (
    select id, first_in, sure and least(last_at, :hi::timestamptz - interval '1 microsecond')
                                  < (:edges::timestamptz[])[first_in + 1] as within
    from mine
), at as (
    select first_in as bucket, count(*) as sessions from known where within group by 1
    union all
    select bucket, count(distinct id) from (
        select width_bucket(w.t, :edges::timestamptz[]) as bucket, a.id
        from known a cross join lateral (
            select w.t from llm_session_windows w
            where not a.within and w.tenant_id = :tenant and w.session = a.id and w.t >= :lo::timestamptz
              and w.t <= :hi::timestamptz - interval '15 minutes'
            offset 0
        ) w
        where not a.within
        union all
        select width_bucket(f.t, :edges::timestamptz[]), a.id
        from known a cross join lateral (
            select f.t from llm_messages f
            where not a.within and f.tenant_id = :tenant and f.session = a.id and f.t >= :lo::timestamptz
              and f.t < :hi::timestamptz and (f.t < :inner_lo::timestamptz or f.t >= :inner_hi::timestamptz)
            offset 0
        ) f
        where not a.within
    ) found
    group by 1
)
select bucket - 1 as bucket, sum(sessions)::bigint as sessions from at group by 1 order by 1;

-- name: list_sessions
select x.id, x.session_id, j.project_id, x.first_at, x.last_at, x.messages, x.priced, x.cost
from llm_sessions x left join llm_projects j on j.tenant_id = x.tenant_id and j.id = x.project
where x.tenant_id = :tenant and (:before::int is null or x.id < :before::int)
  and (:project::int is null or x.project = :project::int)
order by x.id desc limit :limit;

-- name: session^
select x.id, x.session_id, j.project_id, x.first_at, x.last_at, x.messages, x.priced, x.cost
from llm_sessions x left join llm_projects j on j.tenant_id = x.tenant_id and j.id = x.project
where x.tenant_id = :tenant and x.session_id = :session_id;

-- name: session_messages
select f.event_id, f.t, m.model, f.user_id, f.failed, f.attempt, f.batch, f.duration_ms, f.input, f.output,
       f.cache_read, f.cache_5m, f.cache_1h, f.cost, f.source, f.price_id
from llm_messages f left join llm_models m on m.tenant_id = f.tenant_id and m.id = f.model
where f.tenant_id = :tenant and f.session = :session
order by f.t, f.event_id limit :limit offset :offset;

-- name: list_projects
select j.id, j.project_id, coalesce(j.name, j.project_id) as name, r.messages, r.priced, r.cost, r.first_day, r.last_day
from llm_projects j
left join lateral (
    select sum(messages)::bigint as messages, sum(priced)::bigint as priced, sum(cost) as cost, min(t) as first_day,
           max(t) as last_day
    from llm_rollup r where r.tenant_id = j.tenant_id and r.level = 1440 and r.project = j.id
) r on true
where j.tenant_id = :tenant and (:after::text is null or j.project_id > :after::text)
order by j.project_id limit :limit;
