-- name: next_version$
-- The version that the caller's change makes. The row stays locked until commit.
update policy_clock set version = version + 1 returning version;

-- name: version$
select version from policy_clock;

-- name: list_policies
select name, metric, labels, direction, min_dev, min_dev_relative, low, high, sensitivity, muted, warn_above,
       critical_above, warn_below, critical_below, hysteresis, note, changed_at, changed_by
from policies
where tenant_id = :tenant and until is null and (:name::text is null or name = :name::text)
order by name;

-- name: count_policies$
select count(*) from policies where tenant_id = :tenant and until is null;

-- name: end_policy^
update policies set until = :version where tenant_id = :tenant and name = :name and until is null returning name;

-- name: add_policy!
insert into policies (tenant_id, name, since, metric, pattern, labels, direction, min_dev, min_dev_relative, low, high,
                      sensitivity, muted, warn_above, critical_above, warn_below, critical_below, hysteresis, note,
                      changed_by)
values (:tenant, :name, :version, :metric, :pattern, :labels, :direction, :min_dev, :min_dev_relative, :low, :high,
        :sensitivity, :muted, :warn_above, :critical_above, :warn_below, :critical_below, :hysteresis, :note,
        :changed_by);

-- name: policies_of
-- What was in force at a version for each of these series, the widest first: what comes later is closer to the series.
-- A policy with more labels is closer, then one that names the metric, then one that spells more of it.
select s.id, p.direction, p.min_dev, p.min_dev_relative, p.low, p.high, p.sensitivity, p.muted, p.warn_above,
       p.critical_above, p.warn_below, p.critical_below, p.hysteresis
from series s
join policies p on p.tenant_id = s.tenant_id and s.metric like p.pattern and s.labels @> p.labels
where s.id = any(:ids::int[]) and p.since <= :version and (p.until is null or p.until > :version)
order by s.id, (select count(*) from jsonb_object_keys(p.labels)), p.metric = s.metric, length(p.metric), p.name desc;
