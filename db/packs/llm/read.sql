-- Sums over pieces of time (db/packs/window.py), by bucket. `project` -1: all of them, 0: messages without one.
-- `lateral … offset 0`: each piece is looked up in the index, whatever the planner thinks of their number.

-- name: oldest$
-- The quarter of an hour of the first message.
select min(t) from llm_rollup where tenant_id = :tenant and level = 15 and project = -1;

-- name: project^
select id, project_id, coalesce(name, project_id) as name from llm_projects
where tenant_id = :tenant and project_id = :project_id;

-- name: projects
select id, project_id, coalesce(name, project_id) as name from llm_projects
where tenant_id = :tenant and project_id = any(:project_ids::text[]);

-- name: fold
-- By bucket and model (null: none).
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select width_bucket(u.t, :edges::timestamptz[]) - 1 as bucket, u.model, u.messages, u.priced, u.computed, u.cost,
           u.cost_squares, u.timed, u.duration_sum, u.tokened, u.input, u.output, u.cache_read, u.cache_5m, u.cache_1h,
           u.failed, u.failed_cost, u.retried, u.retried_cost
    from p cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = :project and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select width_bucket(f.t, :edges::timestamptz[]) - 1, f.model, 1, (f.cost is not null)::int, (f.source = 2)::int,
           coalesce(f.cost, 0), coalesce(f.cost::float8 ^ 2, 0), (f.duration_ms is not null)::int,
           coalesce(f.duration_ms, 0), (coalesce(f.input, f.output) is not null)::int, coalesce(f.input, 0),
           coalesce(f.output, 0), coalesce(f.cache_read, 0), coalesce(f.cache_5m, 0), coalesce(f.cache_1h, 0),
           f.failed::int, case when f.failed then coalesce(f.cost, 0) else 0 end,
           (f.attempt > 1)::int, case when f.attempt > 1 then coalesce(f.cost, 0) else 0 end
    from p cross join lateral (
        select * from llm_messages f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where :project in (-1, f.project)
), summed as (
    select bucket, model, sum(messages)::bigint as messages, sum(priced)::bigint as priced,
           sum(computed)::bigint as computed, sum(cost) as cost, sum(cost_squares) as cost_squares,
           sum(timed)::bigint as timed, sum(duration_sum)::bigint as duration_sum, sum(tokened)::bigint as tokened,
           sum(input)::bigint as input, sum(output)::bigint as output, sum(cache_read)::bigint as cache_read,
           sum(cache_5m)::bigint as cache_5m, sum(cache_1h)::bigint as cache_1h, sum(failed)::bigint as failed,
           sum(failed_cost) as failed_cost, sum(retried)::bigint as retried, sum(retried_cost) as retried_cost
    from found group by 1, 2
)
select s.*, m.model as name from summed s left join llm_models m on m.tenant_id = :tenant and m.id = s.model
order by s.bucket, m.model;

-- name: fold_costs
-- What the answer about costs needs of `fold`, by bucket and model. Rows come in order of time: to sort them costs little,
-- to hash thousands of buckets, each with sums without bounds, a lot.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select width_bucket(u.t, :edges::timestamptz[]) - 1 as bucket, u.model, u.messages, u.priced, u.computed, u.cost
    from p cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = :project and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select width_bucket(f.t, :edges::timestamptz[]) - 1, f.model, 1, (f.cost is not null)::int, (f.source = 2)::int,
           coalesce(f.cost, 0)
    from p cross join lateral (
        select * from llm_messages f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where :project in (-1, f.project)
), summed as (
    select bucket, model, sum(messages)::bigint as messages, sum(priced)::bigint as priced,
           sum(computed)::bigint as computed, sum(cost) as cost
    from (select * from found order by bucket, model offset 0) x group by 1, 2
), named as (
    select id, model, row_number() over (order by model) as place from llm_models where tenant_id = :tenant
)
select s.*, m.model as name from summed s left join named m on m.id = s.model
order by s.bucket, m.place;

-- name: fold_tokens
-- By bucket.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select width_bucket(u.t, :edges::timestamptz[]) - 1 as bucket, u.messages, u.tokened, u.input, u.output,
           u.cache_read, u.cache_5m, u.cache_1h
    from p cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = :project and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select width_bucket(f.t, :edges::timestamptz[]) - 1, 1, (coalesce(f.input, f.output) is not null)::int,
           coalesce(f.input, 0), coalesce(f.output, 0), coalesce(f.cache_read, 0), coalesce(f.cache_5m, 0),
           coalesce(f.cache_1h, 0)
    from p cross join lateral (
        select * from llm_messages f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where :project in (-1, f.project)
)
select bucket, sum(messages)::bigint as messages, sum(tokened)::bigint as tokened, sum(input)::bigint as input,
       sum(output)::bigint as output, sum(cache_read)::bigint as cache_read, sum(cache_5m)::bigint as cache_5m,
       sum(cache_1h)::bigint as cache_1h
from (select * from found order by bucket offset 0) x group by 1 order by 1;

-- name: fold_trend
-- By bucket.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select u.t, u.messages, u.cost, u.timed, u.duration_sum
    from p cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = :project and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select f.t, 1, coalesce(f.cost, 0), (f.duration_ms is not null)::int, coalesce(f.duration_ms, 0)
    from p cross join lateral (
        select * from llm_messages f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where :project in (-1, f.project)
)
select bucket, sum(messages)::bigint as messages, sum(cost) as cost, sum(timed)::bigint as timed,
       sum(duration_sum)::bigint as duration_sum
from (select width_bucket(t, :edges::timestamptz[]) - 1 as bucket, found.* from found order by 1 offset 0) x
group by 1 order by 1;

-- name: fold_projects
-- By bucket and project (null: none), of the projects named, or of all.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), k as (
    select id from llm_projects where tenant_id = :tenant and (:projects::int[] is null or id = any(:projects::int[]))
    union all
    select 0 where :projects::int[] is null
), found as (
    select width_bucket(u.t, :edges::timestamptz[]) - 1 as bucket, u.project, u.messages, u.priced, u.computed, u.cost,
           u.cost_squares, u.timed, u.duration_sum, u.tokened, u.input, u.output, u.cache_read, u.cache_5m, u.cache_1h,
           u.failed, u.failed_cost, u.retried, u.retried_cost
    from p cross join k cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = k.id and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select width_bucket(f.t, :edges::timestamptz[]) - 1, f.project, 1, (f.cost is not null)::int, (f.source = 2)::int,
           coalesce(f.cost, 0), coalesce(f.cost::float8 ^ 2, 0), (f.duration_ms is not null)::int,
           coalesce(f.duration_ms, 0), (coalesce(f.input, f.output) is not null)::int, coalesce(f.input, 0),
           coalesce(f.output, 0), coalesce(f.cache_read, 0), coalesce(f.cache_5m, 0), coalesce(f.cache_1h, 0),
           f.failed::int, case when f.failed then coalesce(f.cost, 0) else 0 end,
           (f.attempt > 1)::int, case when f.attempt > 1 then coalesce(f.cost, 0) else 0 end
    from p cross join lateral (
        select * from llm_messages f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where (:projects::int[] is null or f.project = any(:projects::int[]))
), summed as (
    select bucket, project, sum(messages)::bigint as messages, sum(priced)::bigint as priced,
           sum(computed)::bigint as computed, sum(cost) as cost, sum(cost_squares) as cost_squares,
           sum(timed)::bigint as timed, sum(duration_sum)::bigint as duration_sum, sum(tokened)::bigint as tokened,
           sum(input)::bigint as input, sum(output)::bigint as output, sum(cache_read)::bigint as cache_read,
           sum(cache_5m)::bigint as cache_5m, sum(cache_1h)::bigint as cache_1h, sum(failed)::bigint as failed,
           sum(failed_cost) as failed_cost, sum(retried)::bigint as retried, sum(retried_cost) as retried_cost
    from found group by 1, 2
)
select s.*, j.project_id, coalesce(j.name, j.project_id) as name
from summed s left join llm_projects j on j.tenant_id = :tenant and j.id = s.project
order by s.bucket, j.project_id;

-- name: durations
-- All response times, by bucket and model: 4 bytes each, big-endian, ms.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select width_bucket(u.t, :edges::timestamptz[]) - 1 as bucket, u.model, u.durations
    from p cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = :project and u.t >= p.lo and u.t < p.hi
          and u.timed > 0
        offset 0
    ) u
    union all
    select width_bucket(f.t, :edges::timestamptz[]) - 1, f.model, int4send(f.duration_ms)
    from p cross join lateral (
        select * from llm_messages f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where :project in (-1, f.project) and f.duration_ms is not null
)
select found.bucket, m.model as name, string_agg(found.durations, '') as durations
from found left join llm_models m on m.tenant_id = :tenant and m.id = found.model
group by 1, 2 order by 1, 2;

-- name: durations_of_projects
-- The same by project.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select u.project, u.durations
    from p cross join unnest(:projects::int[]) as k (id) cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = k.id and u.t >= p.lo and u.t < p.hi
          and u.timed > 0
        offset 0
    ) u
    union all
    select f.project, int4send(f.duration_ms)
    from p cross join lateral (
        select * from llm_messages f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where f.project = any(:projects::int[]) and f.duration_ms is not null
)
select project, string_agg(durations, '') as durations from found group by 1;

-- name: heat
-- By weekday (0: Monday) and hour of a zone: from each of `since` on it adds as many seconds as `offsets` says to UTC.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), found as (
    select u.t, u.messages, u.priced, u.cost, u.timed, u.duration_sum
    from p cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = :project and u.t >= p.lo and u.t < p.hi
        offset 0
    ) u
    union all
    select f.t, 1, (f.cost is not null)::int, coalesce(f.cost, 0), (f.duration_ms is not null)::int,
           coalesce(f.duration_ms, 0)
    from p cross join lateral (
        select * from llm_messages f where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi
        offset 0
    ) f
    where :project in (-1, f.project)
), local as (
    select (floor(date_part('epoch', t))::bigint
            + (:offsets::int[])[width_bucket(t, :since::timestamptz[])]) / 3600 as hours, found.*
    from found
)
select ((hours / 24 + 3) % 7)::int as day, (hours % 24)::int as hour, sum(messages)::bigint as messages,
       sum(priced)::bigint as priced, sum(cost) as cost, sum(timed)::bigint as timed,
       sum(duration_sum)::bigint as duration_sum
from local group by 1, 2 order by 1, 2;
