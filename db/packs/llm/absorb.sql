-- New messages: their projects, models and sessions by name, then facts and windows; sent and read once.
-- All events of a tenant come one after another; the lock keeps repricing out of the way.

-- name: absorb_1_alone!
select pg_advisory_xact_lock(7261111, tenant)
from (select distinct tenant from unnest(:tenants::int[]) as tenant order by tenant) as them;

-- name: absorb_2_messages!
with said as materialized (
    select e.tenant, e.id, e.t, e.s as session_id, e.person, p ->> 'project_id' as project_id,
           p ->> 'project_name' as project_name, p ->> 'model' as named,
           coalesce(p ->> 'status', 'ok') <> 'ok' as failed, coalesce((p ->> 'attempt')::int, 1) as attempt,
           coalesce((p ->> 'batch')::boolean, false) as batch,
           round((p ->> 'duration_ms')::numeric)::int as duration_ms,
           (p ->> 'input_tokens')::bigint as input, (p ->> 'output_tokens')::bigint as output,
           (p ->> 'cache_read_tokens')::bigint as cache_read, (p ->> 'cache_write_5m_tokens')::bigint as cache_5m,
           (p ->> 'cache_write_1h_tokens')::bigint as cache_1h, (p ->> 'cost_usd')::numeric as stated
    from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :users::text[], :sessions::text[],
                :properties::jsonb[]) as e (tenant, id, t, person, s, p)
), projects as materialized (
    select distinct on (tenant, project_id) tenant, project_id, project_name, t
    from said where project_id is not null
    order by tenant, project_id, (project_name is null), t desc
), renamed as (
    update llm_projects k set name = s.project_name, named_at = s.t
    from projects s
    where k.tenant_id = s.tenant and k.project_id = s.project_id and s.project_name is not null
      and (k.named_at is null or k.named_at <= s.t)
), new_projects as (
    insert into llm_projects (tenant_id, project_id, name, named_at)
    select s.tenant, s.project_id, s.project_name, case when s.project_name is not null then s.t end
    from projects s
    where not exists (select from llm_projects k where k.tenant_id = s.tenant and k.project_id = s.project_id)
    order by 1, 2
    returning tenant_id, id, project_id
), known_projects as materialized (
    select tenant_id, id, project_id from new_projects
    union all
    select k.tenant_id, k.id, k.project_id
    from projects s join llm_projects k on k.tenant_id = s.tenant and k.project_id = s.project_id
), models as materialized (
    select distinct tenant, named from said where named is not null
), new_models as (
    insert into llm_models (tenant_id, model)
    select s.tenant, s.named from models s
    where not exists (select from llm_models k where k.tenant_id = s.tenant and k.model = s.named)
    order by 1, 2
    returning tenant_id, id, model
), known_models as materialized (
    select tenant_id, id, model from new_models
    union all
    select k.tenant_id, k.id, k.model
    from models s join llm_models k on k.tenant_id = s.tenant and k.model = s.named
), sessions as materialized (
    select distinct on (s.tenant, s.session_id) s.tenant, s.session_id, coalesce(k.id, 0) as project
    from said s left join known_projects k on k.tenant_id = s.tenant and k.project_id = s.project_id
    where s.session_id is not null
    order by s.tenant, s.session_id, (k.id is null), s.t
), old_sessions as materialized (
    select x.tenant_id, x.id, x.session_id, case when x.project = 0 then s.project else x.project end as project
    from sessions s join llm_sessions x on x.tenant_id = s.tenant and x.session_id = s.session_id
), ends as materialized (
    select tenant, session_id, min(t) as first_at, max(t) as last_at from said where session_id is not null group by 1, 2
), new_sessions as (
    insert into llm_sessions (tenant_id, session_id, project, first_at, last_at)
    select s.tenant, s.session_id, s.project, e.first_at, e.last_at
    from sessions s join ends e on e.tenant = s.tenant and e.session_id = s.session_id
    where not exists (select from old_sessions x where x.tenant_id = s.tenant and x.session_id = s.session_id)
    order by 1, 2
    returning tenant_id, id, session_id, project
), known_sessions as materialized (
    select tenant_id, id, session_id, project from new_sessions
    union all
    select tenant_id, id, session_id, project from old_sessions
), books as materialized (
    select b.*, k.named
    from (select distinct tenant, named from said where stated is null and named is not null) k
    join llm_price_book b on b.tenant_id = k.tenant and k.named like b.liked
), new as (
    insert into llm_messages (tenant_id, t, event_id, session, project, model, user_id, failed, attempt, batch,
                              duration_ms, input, output, cache_read, cache_5m, cache_1h, cost, source, price_id)
    select s.tenant, s.t, s.id, x.id, coalesce(j.id, x.project, 0), coalesce(m.id, 0), s.person, s.failed, s.attempt, s.batch,
           s.duration_ms, s.input, s.output, s.cache_read, s.cache_5m, s.cache_1h,
           coalesce(s.stated, trim_scale(0.000001 * (case when s.batch then 1 - b.batch_discount else 1 end)
               * (coalesce(s.input, 0) * b.input + coalesce(s.output, 0) * b.output
                  + coalesce(s.cache_read, 0) * b.cache_read + coalesce(s.cache_5m, 0) * b.cache_write_5m
                  + coalesce(s.cache_1h, 0) * b.cache_write_1h))),
           case when s.stated is not null then 1 when b.id is not null then 2 else 0 end, b.id
    from said s
    left join known_projects j on j.tenant_id = s.tenant and j.project_id = s.project_id
    left join known_models m on m.tenant_id = s.tenant and m.model = s.named
    left join known_sessions x on x.tenant_id = s.tenant and x.session_id = s.session_id
    left join lateral (
        select b.* from books b
        where s.stated is null and coalesce(s.input, s.output) is not null
          and b.tenant_id = s.tenant and b.named = s.named and b.since <= s.t
          and (b.over = 0 or coalesce(s.input, 0) + coalesce(s.cache_read, 0) + coalesce(s.cache_5m, 0)
                             + coalesce(s.cache_1h, 0) > b.over)
        order by b.rank desc, b.over desc, b.since desc
        limit 1
    ) b on true
    returning *
), windows as (
    insert into llm_session_windows (tenant_id, session, t)
    select distinct tenant_id, session, date_bin('15 minutes', t, '2000-01-01 00:00+00')
    from new where session is not null
    order by 1, 2, 3
    on conflict do nothing
)
insert into llm_rollup as r (tenant_id, level, project, t, model, messages, priced, computed, cost, cost_squares,
    timed, duration_sum, durations, tokened, input, output, cache_read, cache_5m, cache_1h,
    failed, failed_cost, retried, retried_cost)
select n.tenant_id, l.level, s.project, date_bin(make_interval(mins => l.level), n.t, '2000-01-01 00:00+00'), n.model,
       count(*), count(n.cost), count(*) filter (where n.source = 2), coalesce(sum(n.cost), 0),
       coalesce(sum(n.cost::float8 ^ 2), 0), count(n.duration_ms), coalesce(sum(n.duration_ms), 0),
       coalesce(string_agg(int4send(n.duration_ms), ''), ''), count(coalesce(n.input, n.output)),
       coalesce(sum(n.input), 0), coalesce(sum(n.output), 0), coalesce(sum(n.cache_read), 0),
       coalesce(sum(n.cache_5m), 0), coalesce(sum(n.cache_1h), 0),
       count(*) filter (where n.failed), coalesce(sum(n.cost) filter (where n.failed), 0),
       count(*) filter (where n.attempt > 1), coalesce(sum(n.cost) filter (where n.attempt > 1), 0)
from new n cross join (values (15), (60), (1440)) as l (level) cross join lateral (values (-1), (n.project)) as s (project)
group by 1, 2, 3, 4, 5
order by 1, 2, 3, 4, 5
on conflict (tenant_id, level, project, t, model) do update set
    messages = r.messages + excluded.messages, priced = r.priced + excluded.priced,
    computed = r.computed + excluded.computed, cost = r.cost + excluded.cost,
    cost_squares = r.cost_squares + excluded.cost_squares, timed = r.timed + excluded.timed,
    duration_sum = r.duration_sum + excluded.duration_sum, durations = r.durations || excluded.durations,
    tokened = r.tokened + excluded.tokened, input = r.input + excluded.input, output = r.output + excluded.output,
    cache_read = r.cache_read + excluded.cache_read, cache_5m = r.cache_5m + excluded.cache_5m,
    cache_1h = r.cache_1h + excluded.cache_1h, failed = r.failed + excluded.failed,
    failed_cost = r.failed_cost + excluded.failed_cost, retried = r.retried + excluded.retried,
    retried_cost = r.retried_cost + excluded.retried_cost;

-- name: absorb_3_sessions!
-- What the messages of a batch add to their sessions. In a statement of its own: it changes rows that the one before made.
with met as (
    select m.tenant_id, m.session, min(m.t) as first_at, max(m.t) as last_at, count(*) as messages,
           count(m.cost) as priced, coalesce(sum(m.cost), 0) as cost,
           coalesce((array_agg(m.project order by m.t) filter (where m.project <> 0))[1], 0) as project
    from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :sessions::text[]) as e (tenant, id, t, s)
    join llm_messages m on m.tenant_id = e.tenant and m.t = e.t and m.event_id = e.id
    where m.session is not null
    group by 1, 2
)
update llm_sessions x
set first_at = least(x.first_at, n.first_at), last_at = greatest(x.last_at, n.last_at),
    project = case when x.project = 0 then n.project else x.project end,
    messages = x.messages + n.messages, priced = x.priced + n.priced, cost = x.cost + n.cost
from met n
where x.tenant_id = n.tenant_id and x.id = n.session;
