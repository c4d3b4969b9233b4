-- name: open_episode^
-- A new episode, unless the series has an open one of this kind already.
insert into episodes (tenant_id, series_id, kind, state, severity, opened_at, last_at, points, score, peak_at,
                      value, expected, lo, hi, detector, reason)
values (:tenant, :series_id, :kind, 'open', :severity, :opened_at, :last_at, :points, :score, :peak_at,
        :value, :expected, :lo, :hi, :detector, :reason)
on conflict (series_id, kind) where state = 'open' do nothing
returning id;

-- name: update_episode^
-- The open episode of a series, as the detectors see it now.
update episodes
set state = :state, severity = :severity, last_at = :last_at, points = :points, score = :score, peak_at = :peak_at,
    value = :value, expected = :expected, lo = :lo, hi = :hi, detector = :detector, reason = :reason,
    closed_at = :closed_at
where series_id = :series_id and kind = :kind and state = 'open'
returning id;

-- name: open_alert$
insert into alerts (tenant_id, episode_id, state, severity, opened_at)
values (:tenant, :episode, 'opened', :severity, :opened_at)
on conflict (episode_id) do nothing
returning id;

-- name: change_alert^
-- The alert of an episode in its new state; the state before, for the transition. No row: nothing was said of it.
update alerts a
set state = :state, severity = :severity, changed_at = clock_timestamp()
from (select id, state from alerts where episode_id = :episode for update) as was
where a.id = was.id
returning a.id, was.state as before;

-- name: next_seq$
-- The numbers of the next transitions of a tenant. The row stays locked until commit: numbers show up in order.
update tenants set live_seq = live_seq + :n where id = :tenant returning live_seq - :n + 1;

-- name: add_transition!
insert into alert_transitions (tenant_id, seq, alert_id, from_state, to_state, severity, who, why, alert)
values (:tenant, :seq, :alert_id, :before, :state, :severity, :who, :why, :alert);

-- name: series_names
select id, metric, labels, unit from series where id = any(:ids::int[]);
