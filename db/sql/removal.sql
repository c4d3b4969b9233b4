-- name: alone^
-- Nobody writes samples, events or facts while this is held (see `barrier`): until the end of the transaction.
select pg_advisory_xact_lock(7261004);

-- name: events_by_id
-- Events of a tenant. Their times are looked up first, so that few weeks are searched.
select e.event_id, e.event_type, (extract(epoch from e.t) * 1000000)::bigint, e.user_id, e.session_id, e.content_id,
       e.properties
from events e
where e.tenant_id = :tenant and e.event_id = any(:ids::text[])
  and e.t = any(array(select i.t from event_ids i where i.tenant_id = :tenant and i.event_id = any(:ids::text[])));

-- name: events_of_people
-- The oldest events of a person, but for those of types that are kept without the person.
select event_id, event_type, (extract(epoch from t) * 1000000)::bigint, user_id, session_id, content_id, properties
from events
where tenant_id = :tenant and user_id = any(:people::text[]) and event_type <> all(:kept::text[])
order by t, event_id
limit :limit;

-- name: events_between
-- Events of some types in [lo, hi): what windows are computed from where raw points are gone.
select event_id, event_type, (extract(epoch from t) * 1000000)::bigint, user_id, session_id, content_id, properties
from events
where tenant_id = :tenant and event_type = any(:types::text[]) and t >= :lo and t < :hi;

-- name: drop_events!
delete from events
where tenant_id = :tenant and event_id = any(:ids::text[]) and t = any(:times::timestamptz[])
  and t between :lo and :hi;

-- name: drop_ids!
delete from event_ids where tenant_id = :tenant and event_id = any(:ids::text[]);

-- name: drop_failures!
delete from pack_failures where tenant_id = :tenant and event_id = any(:ids::text[]);

-- name: series_by_print
select fingerprint, id from series where tenant_id = :tenant and fingerprint = any(:prints::bytea[]);

-- name: points_at
-- All points of these instants.
select s.series_id, (extract(epoch from s.t) * 1000000)::bigint, s.v
from samples s
join unnest(:ids::int[], :times::timestamptz[]) as u (id, t) on u.id = s.series_id and u.t = s.t
where s.t between :lo and :hi and s.series_id = any(:ids::int[]);

-- name: drop_points!
delete from samples s
using unnest(:ids::int[], :times::timestamptz[]) as u (id, t)
where s.series_id = u.id and s.t = u.t and s.t between :lo and :hi and s.series_id = any(:ids::int[]);

-- name: closed
select "from", "to" from dropped_ranges;

-- name: materialised
-- The tables behind continuous aggregates.
select view_name, materialization_hypertable_schema, materialization_hypertable_name
from timescaledb_information.continuous_aggregates;
