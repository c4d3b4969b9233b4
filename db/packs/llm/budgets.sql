-- Budgets, and what was spent of them: exact, with costs that the price book gave.

-- name: list_budgets
select * from llm_budgets where tenant_id = :tenant and (:after::bigint is null or id > :after::bigint)
order by id limit :limit;

-- name: budget^
select * from llm_budgets where tenant_id = :tenant and id = :id;

-- name: budgets_there$
select count(*) from llm_budgets where tenant_id = :tenant;

-- name: add_budget^
insert into llm_budgets (tenant_id, name, project_id, model, period, timezone, amount, warn_at, changed_by)
values (:tenant, :name, :project_id, :model, :period, :timezone, :amount, :warn_at, :who)
on conflict (tenant_id, name) do nothing
returning *;

-- name: put_budget^
update llm_budgets
set name = :name, project_id = :project_id, model = :model, period = :period, timezone = :timezone, amount = :amount,
    warn_at = :warn_at, changed_by = :who, changed_at = clock_timestamp()
where tenant_id = :tenant and id = :id
returning *;

-- name: drop_budget$
delete from llm_budgets where tenant_id = :tenant and id = :id returning id;

-- name: close_budget!
-- What was said of a budget that is gone.
update insights set closed_at = clock_timestamp(), revised_at = clock_timestamp()
where tenant_id = :tenant and job = 'llm.check_budgets' and item = :item and closed_at is null;

-- name: budget_tenants
select distinct tenant_id from llm_budgets order by 1;

-- name: all_budgets
select * from llm_budgets where tenant_id = :tenant order by id;

-- name: warned_budgets
-- Budgets of which something is said.
select distinct item from insights where tenant_id = :tenant and job = 'llm.check_budgets' and closed_at is null;

-- name: hold_budgets
-- Those of some budgets that are still there; until commit nobody removes them.
select id from llm_budgets where tenant_id = :tenant and id = any(:ids::bigint[]) order by id for key share;

-- name: spent
-- By bucket: what messages of a project and a model (null: all) cost.
with p as (
    select * from unnest(:levels::int[], :los::timestamptz[], :his::timestamptz[]) as p (level, lo, hi)
), k as (
    select coalesce((select id from llm_projects where tenant_id = :tenant and project_id = :project_id::text),
                    case when :project_id::text is null then -1 end) as project,
           (select id from llm_models where tenant_id = :tenant and model = :model::text) as model
), found as (
    select u.t, u.cost, u.messages - u.priced as unpriced
    from k cross join p cross join lateral (
        select * from llm_rollup u
        where u.tenant_id = :tenant and u.level = p.level and u.project = k.project and u.t >= p.lo and u.t < p.hi
          and (:model::text is null or u.model = k.model)
        offset 0
    ) u
    union all
    select f.t, coalesce(f.cost, 0), (f.cost is null)::int
    from k cross join p cross join lateral (
        select * from llm_messages f
        where p.level = 0 and f.tenant_id = :tenant and f.t >= p.lo and f.t < p.hi and k.project in (-1, f.project)
          and (:model::text is null or f.model = k.model)
        offset 0
    ) f
)
select width_bucket(t, :edges::timestamptz[]) - 1 as bucket, sum(cost) as cost, sum(unpriced)::bigint as unpriced
from found group by 1 order by 1;
