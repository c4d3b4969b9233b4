-- name: alerts
-- A tenant's alerts below an id, newest first, each as its newest transition.
select x.seq, x.to_state, x.severity, x.at, x.alert
from alerts a
cross join lateral (
    select * from alert_transitions x
    where x.alert_id = a.id and x.tenant_id = a.tenant_id
    order by x.seq desc
    limit 1
) x
where a.tenant_id = :tenant
  and (:state::text is null or a.state = :state::text)
  and a.severity = any(:severities::text[])
  and (:before::bigint is null or a.id < :before::bigint)
order by a.id desc
limit :limit;

-- name: alert
-- All that happened to one alert, in order.
select seq, to_state, severity, at, alert
from alert_transitions
where tenant_id = :tenant and alert_id = :alert
order by seq;

-- name: transitions
-- What happened to a tenant's alerts after a sequence number, in order.
select seq, to_state, severity, at, alert
from alert_transitions
where tenant_id = :tenant and seq > :after
order by seq
limit :limit;

-- name: live_bounds^
-- The oldest and newest sequence number that is kept. `newest` stays when retention has removed all.
select (select min(seq) from alert_transitions where tenant_id = :tenant) as oldest, live_seq as newest
from tenants where id = :tenant;
