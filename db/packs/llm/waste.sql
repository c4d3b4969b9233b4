-- What may be spent in vain: sums of a range, for `db.packs.llm.waste`.

-- name: spending_tenants
select distinct tenant_id from llm_rollup where level = 1440 and project = -1 and t >= :since;

-- name: spending
-- By project and model, whole days of UTC: what was read, written, cached, failed and paid.
select j.project_id, coalesce(j.name, j.project_id) as name, m.model, sum(u.messages)::bigint as messages,
       sum(u.priced)::bigint as priced, sum(u.cost) as cost, sum(u.input)::bigint as input,
       sum(u.output)::bigint as output, sum(u.cache_read)::bigint as cache_read, sum(u.cache_5m)::bigint as cache_5m,
       sum(u.cache_1h)::bigint as cache_1h, sum(u.failed)::bigint as failed, sum(u.failed_cost) as failed_cost,
       sum(u.retried)::bigint as retried, sum(u.retried_cost) as retried_cost
from llm_projects j
join llm_rollup u on u.tenant_id = j.tenant_id and u.level = 1440 and u.project = j.id and u.t >= :since and u.t < :until
join llm_models m on m.tenant_id = u.tenant_id and m.id = u.model
where j.tenant_id = :tenant
group by 1, 2, 3 order by 1, 3;

-- name: small_messages
-- By project and model: messages with a short prompt and a short answer.
select j.project_id, m.model, count(*) as messages, sum(f.cost) as cost, sum(f.input)::bigint as input,
       sum(coalesce(f.output, 0))::bigint as output, sum(coalesce(f.cache_read, 0))::bigint as cache_read,
       sum(coalesce(f.cache_5m, 0))::bigint as cache_5m, sum(coalesce(f.cache_1h, 0))::bigint as cache_1h
from llm_messages f
join llm_projects j on j.tenant_id = f.tenant_id and j.id = f.project
join llm_models m on m.tenant_id = f.tenant_id and m.id = f.model
where f.tenant_id = :tenant and f.t >= :since and f.t < :until and f.cost > 0 and f.output <= :answer
  and f.input + coalesce(f.cache_read, 0) + coalesce(f.cache_5m, 0) + coalesce(f.cache_1h, 0) <= :prompt
group by 1, 2 order by 1, 2;

-- name: prices_now
-- What each of these models costs at a time, for short prompts.
select distinct on (k.model) k.model, b.input, b.output, b.cache_read, b.cache_write_5m, b.cache_write_1h
from unnest(:models::text[]) as k (model)
join llm_price_book b on b.tenant_id = :tenant and k.model like b.liked and b.since <= :at and b.over = 0
order by k.model, b.rank desc, b.since desc;

-- name: long_sessions
-- Sessions that ended in the range and cost far more than is usual, with what is usual.
with mine as (
    select x.*, j.project_id from llm_sessions x join llm_projects j on j.tenant_id = x.tenant_id and j.id = x.project
    where x.tenant_id = :tenant and x.last_at >= :since and x.last_at < :until and x.priced > 0
), usual as (
    select percentile_cont(0.5) within group (order by cost) as cost,
           percentile_cont(0.5) within group (order by cost / priced) as each,
           percentile_cont(0.5) within group (order by messages) as messages, count(*) as n
    from mine
)
select m.project_id, m.session_id, m.messages, m.priced, m.cost, u.cost as usual_cost, u.each as usual_each,
       u.messages as usual_messages
from mine m cross join usual u
where u.n >= 50 and m.messages >= 50 and m.cost > 10 * u.cost
order by m.cost desc limit 100;
