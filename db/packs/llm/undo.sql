-- Messages are taken back: sums by subtraction, response times one by one, what is outermost from what is left.

-- name: alone!
-- As `absorb_1_alone`: who prices messages anew adds differences of what they found to these sums.
select pg_advisory_xact_lock(7261111, :tenant);

-- name: forget_1_rollup!
with gone as materialized (
    select m.*
    from unnest(:ids::text[], :times::timestamptz[]) as e (id, t)
    join llm_messages m on m.tenant_id = :tenant and m.t = e.t and m.event_id = e.id
), less as (
    select g.tenant_id, l.level, s.project, date_bin(make_interval(mins => l.level), g.t, '2000-01-01 00:00+00') as t,
           g.model, count(*) as messages, count(g.cost) as priced, count(*) filter (where g.source = 2) as computed,
           coalesce(sum(g.cost), 0) as cost, coalesce(sum(g.cost::float8 ^ 2), 0) as cost_squares,
           count(g.duration_ms) as timed, coalesce(sum(g.duration_ms), 0) as duration_sum,
           array_agg(g.duration_ms) filter (where g.duration_ms is not null) as durations,
           count(coalesce(g.input, g.output)) as tokened, coalesce(sum(g.input), 0) as input,
           coalesce(sum(g.output), 0) as output, coalesce(sum(g.cache_read), 0) as cache_read,
           coalesce(sum(g.cache_5m), 0) as cache_5m, coalesce(sum(g.cache_1h), 0) as cache_1h,
           count(*) filter (where g.failed) as failed, coalesce(sum(g.cost) filter (where g.failed), 0) as failed_cost,
           count(*) filter (where g.attempt > 1) as retried,
           coalesce(sum(g.cost) filter (where g.attempt > 1), 0) as retried_cost
    from gone g cross join (values (15), (60), (1440)) as l (level)
    cross join lateral (values (-1), (g.project)) as s (project)
    group by 1, 2, 3, 4, 5
)
update llm_rollup r
set messages = r.messages - n.messages, priced = r.priced - n.priced, computed = r.computed - n.computed,
    cost = r.cost - n.cost, cost_squares = greatest(0, r.cost_squares - n.cost_squares), timed = r.timed - n.timed,
    duration_sum = r.duration_sum - n.duration_sum, tokened = r.tokened - n.tokened, input = r.input - n.input,
    output = r.output - n.output, cache_read = r.cache_read - n.cache_read, cache_5m = r.cache_5m - n.cache_5m,
    cache_1h = r.cache_1h - n.cache_1h, failed = r.failed - n.failed, failed_cost = r.failed_cost - n.failed_cost,
    retried = r.retried - n.retried, retried_cost = r.retried_cost - n.retried_cost,
    durations = case when n.durations is null then r.durations else (
        select coalesce(string_agg(int4send(kept.ms), ''), '')
        from (
            select ms, row_number() over (partition by ms) as n
            from (
                select ('x' || encode(substring(r.durations from 4 * i + 1 for 4), 'hex'))::bit(32)::int as ms
                from generate_series(0, length(r.durations) / 4 - 1) as i
            ) packed
        ) kept
        where kept.n > (select count(*) from unnest(n.durations) as taken where taken = kept.ms)
    ) end
from less n
where r.tenant_id = n.tenant_id and r.level = n.level and r.project = n.project and r.t = n.t and r.model = n.model;

-- name: forget_2_empty!
delete from llm_rollup r
using unnest(:windows::timestamptz[]) as w, (values (15), (60), (1440)) as l (level)
where r.tenant_id = :tenant and r.level = l.level and r.messages <= 0
  and r.t = date_bin(make_interval(mins => l.level), w, '2000-01-01 00:00+00');

-- name: forget_3_sessions!
with gone as (
    select m.session, count(*) as messages, count(m.cost) as priced, coalesce(sum(m.cost), 0) as cost
    from unnest(:ids::text[], :times::timestamptz[]) as e (id, t)
    join llm_messages m on m.tenant_id = :tenant and m.t = e.t and m.event_id = e.id
    where m.session is not null group by 1
)
update llm_sessions x
set messages = x.messages - g.messages, priced = x.priced - g.priced, cost = x.cost - g.cost
from gone g where x.tenant_id = :tenant and x.id = g.session;

-- name: reaggregate_1_windows!
delete from llm_session_windows w
using llm_sessions x, (select distinct s from unnest(:sessions::text[]) as s where s is not null) named,
      unnest(:windows::timestamptz[]) as q
where x.tenant_id = :tenant and x.session_id = named.s and w.tenant_id = :tenant and w.session = x.id and w.t = q
  and not exists (
      select from llm_messages m
      where m.tenant_id = :tenant and m.session = x.id and m.t >= q and m.t < q + interval '15 minutes');

-- name: reaggregate_2_sessions!
with touched as (
    select x.id, x.first_at, x.last_at, f.first_at as first_left, f.last_at as last_left
    from llm_sessions x
    cross join lateral (
        select min(m.t) as first_at, max(m.t) as last_at from llm_messages m
        where m.tenant_id = :tenant and m.session = x.id
    ) f
    where x.tenant_id = :tenant and x.session_id = any(:sessions::text[])
)
update llm_sessions x
set first_at = case when t.first_at = any(:times::timestamptz[]) then coalesce(t.first_left, x.first_at)
                    else x.first_at end,
    last_at = case when t.last_at = any(:times::timestamptz[]) then coalesce(t.last_left, x.last_at)
                   else x.last_at end
from touched t
where x.tenant_id = :tenant and x.id = t.id;

-- name: reaggregate_3_nothing_left!
delete from llm_sessions x where x.tenant_id = :tenant and x.session_id = any(:sessions::text[]) and x.messages <= 0;

-- name: reaggregate_4_models!
delete from llm_models k
using (select distinct p ->> 'model' as model from unnest(:properties::jsonb[]) as p) named
where k.tenant_id = :tenant and k.model = named.model
  and not exists (
      select from llm_rollup r
      where r.tenant_id = :tenant and r.level = 1440 and r.project = -1 and r.model = k.id);

-- name: reaggregate_5_projects!
delete from llm_projects k
using (select distinct p ->> 'project_id' as project_id from unnest(:properties::jsonb[]) as p) named
where k.tenant_id = :tenant and k.project_id = named.project_id
  and not exists (select from llm_sessions x where x.tenant_id = :tenant and x.project = k.id)
  and not exists (
      select from llm_rollup r where r.tenant_id = :tenant and r.level = 1440 and r.project = k.id);
