-- Events are taken back: what they added is taken away, what cannot be subtracted is built anew from what is left.

-- name: forget_quarters!
with gone as (
    select person, date_bin('15 minutes', t, '2000-01-01Z') as quarter, count(*) as n, count(content) as views,
           sum(xp) as xp
    from learning_activities
    where tenant_id = :tenant and event_id = any(:ids::text[])
    group by 1, 2
), emptied as (
    delete from learning_quarters q using gone g
    where q.tenant_id = :tenant and q.t = g.quarter and q.person = g.person and q.activities <= g.n
)
update learning_quarters q
set activities = q.activities - g.n, views = q.views - g.views, xp = q.xp - g.xp
from gone g
where q.tenant_id = :tenant and q.t = g.quarter and q.person = g.person and q.activities > g.n;

-- name: forget_standing!
update learning_standing s
set activities = s.activities - g.n, xp = s.xp - g.xp
from (select person, count(*) as n, sum(xp) as xp from learning_activities
      where tenant_id = :tenant and event_id = any(:ids::text[]) group by person) g
where s.tenant_id = :tenant and s.person = g.person;

-- name: reaggregate_progress_1!
delete from learning_progress
where tenant_id = :tenant and (person, lesson) in (
    select person, lesson from unnest(:types::text[], :users::text[], :contents::text[]) as n (type, person, lesson)
    where type = 'learning.progress');

-- name: reaggregate_progress_2!
insert into learning_progress (tenant_id, person, lesson, percent, t, event_id, completed_at)
select distinct on (person, content)
       tenant_id, person, content, percent, t, event_id,
       min(t) filter (where percent >= 100) over (partition by person, content)
from learning_activities
where tenant_id = :tenant and kind = 'progress' and (person, content) in (
    select person, lesson from unnest(:types::text[], :users::text[], :contents::text[]) as n (type, person, lesson)
    where type = 'learning.progress')
order by person, content, t desc, event_id collate "C" desc;

-- name: reaggregate_standing_1!
-- When last: only where one of these was it.
with gone as (
    select person, max(t) filter (where type = 'learning.login') as login,
           max(t) filter (where type <> 'learning.login') as active
    from unnest(:times::timestamptz[], :types::text[], :users::text[]) as n (t, type, person)
    where type <> 'learning.consent'
    group by person
)
update learning_standing s
set last_login = case when g.login >= s.last_login then
        (select max(l.t) from learning_logins l where l.tenant_id = :tenant and l.person = s.person)
        else s.last_login end,
    last_active = case when g.active >= s.last_active then
        (select max(a.t) from learning_activities a where a.tenant_id = :tenant and a.person = s.person)
        else s.last_active end
from gone g
where s.tenant_id = :tenant and s.person = g.person;

-- name: reaggregate_standing_2!
delete from learning_standing
where tenant_id = :tenant and person = any(:users::text[]) and activities = 0 and last_login is null;
