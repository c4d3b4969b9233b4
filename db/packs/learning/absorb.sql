-- What events become. Each runs once for every event, in the transaction that stores it; rows are touched in the order
-- of their keys, so that two shards that touch the same ones wait for each other and never stand crosswise.

-- name: absorb_activities!
with news as (
    select *
    from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :types::text[], :users::text[],
                :contents::text[], :properties::jsonb[]) as n (tenant_id, event_id, t, type, person, content, p)
    where type in ('learning.activity', 'learning.progress', 'learning.quiz_attempt')
), facts as (
    insert into learning_activities (tenant_id, event_id, t, person, kind, content, xp, percent)
    select tenant_id, event_id, t, person,
           case type when 'learning.progress' then 'progress' when 'learning.quiz_attempt' then 'quiz'
                     else coalesce(p ->> 'kind', 'other') end,
           content, coalesce((p ->> 'xp')::int, 0),
           case type when 'learning.progress' then (p ->> 'percent')::numeric end
    from news
), attempts as (
    insert into learning_attempts (tenant_id, event_id, t, person, quiz, score)
    select tenant_id, event_id, t, person, content, (p ->> 'score')::numeric
    from news where type = 'learning.quiz_attempt'
)
insert into learning_quarters as q (tenant_id, t, person, activities, views, xp)
select tenant_id, date_bin('15 minutes', t, '2000-01-01Z') as quarter, person, count(*), count(content),
       sum(coalesce((p ->> 'xp')::int, 0))
from news
group by 1, 2, 3
order by 1, 2, 3
on conflict (tenant_id, t, person)
do update set activities = q.activities + excluded.activities, views = q.views + excluded.views,
              xp = q.xp + excluded.xp;

-- name: absorb_consents!
insert into learning_consents (tenant_id, event_id, t, person, purpose, given)
select tenant_id, event_id, t, person, p ->> 'purpose', (p ->> 'given')::bool
from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :types::text[], :users::text[],
            :properties::jsonb[]) as n (tenant_id, event_id, t, type, person, p)
where type = 'learning.consent';

-- name: absorb_logins!
insert into learning_logins (tenant_id, event_id, t, person)
select tenant_id, event_id, t, person
from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :types::text[], :users::text[])
     as n (tenant_id, event_id, t, type, person)
where type = 'learning.login';

-- name: absorb_progress!
insert into learning_progress as g (tenant_id, person, lesson, percent, t, event_id, completed_at)
select distinct on (tenant_id, person, lesson)
       tenant_id, person, lesson, percent, t, event_id,
       min(t) filter (where percent >= 100) over (partition by tenant_id, person, lesson)
from unnest(:tenants::int[], :ids::text[], :times::timestamptz[], :types::text[], :users::text[],
            :contents::text[], :properties::jsonb[]) as n (tenant_id, event_id, t, type, person, lesson, p)
cross join lateral (select (p ->> 'percent')::numeric as percent) as said
where type = 'learning.progress'
order by tenant_id, person, lesson, t desc, event_id collate "C" desc
on conflict (tenant_id, person, lesson)
do update set
    percent = case when (g.t, g.event_id) < (excluded.t, excluded.event_id) then excluded.percent else g.percent end,
    t = greatest(g.t, excluded.t),
    event_id = case when (g.t, g.event_id) < (excluded.t, excluded.event_id) then excluded.event_id else g.event_id end,
    completed_at = least(g.completed_at, excluded.completed_at);

-- name: absorb_standing!
insert into learning_standing as s (tenant_id, person, xp, activities, last_login, last_active)
select tenant_id, person,
       coalesce(sum((p ->> 'xp')::int) filter (where type <> 'learning.login'), 0),
       count(*) filter (where type <> 'learning.login'),
       max(t) filter (where type = 'learning.login'),
       max(t) filter (where type <> 'learning.login')
from unnest(:tenants::int[], :times::timestamptz[], :types::text[], :users::text[], :properties::jsonb[])
     as n (tenant_id, t, type, person, p)
where type <> 'learning.consent'
group by tenant_id, person
order by tenant_id, person
on conflict (tenant_id, person)
do update set xp = s.xp + excluded.xp, activities = s.activities + excluded.activities,
              last_login = greatest(s.last_login, excluded.last_login),
              last_active = greatest(s.last_active, excluded.last_active);
