-- What memory mode reads of a database when persistence begins, and what it writes there of its own.

-- name: series
-- Series with how far they are, the newest first.
select s.id, s.tenant_id, s.metric, s.labels, s.unit, s.kind, s.created_at, s.fingerprint,
       st.newest, st.step_us, st.points, st.arrival
from series s left join series_state st on st.series_id = s.id
where s.metric <> '__group__'
order by st.newest desc nulls last, s.id
limit :limit;

-- name: points$
-- Raw points from a time on, packed, by series and time.
select string_agg(int4send(series_id) || timestamptz_send(t) || float8send(v), '' order by series_id, t)
from samples where series_id = any(:ids::int[]) and t >= :since;

-- name: journal
-- What no batch has taken, in order.
select tenant_id, kind, received_at, history, payload from journal where batch is null order by id;

-- name: event_ids
-- The newest events that are known again, from a time on.
select tenant_id, event_id, (extract(epoch from t) * 1000000)::bigint as t
from event_ids where t >= :since order by t desc limit :limit;

-- name: episodes
-- The newest episodes of these series, the oldest of them first.
select * from (
    select * from episodes where series_id = any(:ids::int[]) order by id desc limit :limit
) as newest order by id;

-- name: alerts
select * from alerts where episode_id = any(:episodes::bigint[]) order by id;

-- name: transitions
select * from alert_transitions where alert_id = any(:alerts::bigint[]) order by tenant_id, seq;

-- name: tenants
select id, live_seq, series_limit from tenants order by id;

-- name: keys
select * from api_keys;

-- name: users
select * from users order by id;

-- name: secrets
select name, value from secrets;

-- name: policies
select * from policies where until is null;

-- name: add_key!
insert into api_keys (tenant_id, id, secret_hash, name, scopes, created_at, expires_at, revoked_at)
values (:tenant_id, :id, :secret_hash, :name, :scopes, :created_at, :expires_at, :revoked_at)
on conflict (id) do nothing;

-- name: add_secret!
insert into secrets (name, value) values (:name, :value) on conflict (name) do nothing;

-- name: past$
-- The newest points of a series before a time, packed.
select string_agg(int4send(series_id) || timestamptz_send(t) || float8send(v), '' order by t)
from (select series_id, t, v from samples where series_id = :series and t < :before order by t desc limit :limit) newest;
