-- What the law asks of those who keep children's data, as facts.

-- name: consents^
-- Of the students: who agreed to a purpose, and who was recorded although they had not, or no more.
with students as materialized (
    select id from learning_students(:tenant, :school, null, null)
), said as (
    select distinct on (person) person, given, t
    from learning_consents
    where tenant_id = :tenant and purpose = :purpose
    order by person, t desc, event_id desc
)
select count(*) as students,
       count(*) filter (where c.given) as given,
       count(*) filter (where not c.given) as withdrawn,
       count(*) filter (where c.given is null) as unknown,
       count(*) filter (where not c.given and st.last_active > c.t) as recorded_after_withdrawal,
       count(*) filter (where c.given is null and st.last_active is not null) as recorded_without
from students s
left join said c on c.person = s.id
left join learning_standing st on st.tenant_id = :tenant and st.person = s.id;

-- name: oldest_record^
-- The oldest fact about a student, and how many people facts name who are not in the roster (of all schools).
with students as materialized (
    select id from learning_students(:tenant, :school, null, null)
)
select least(
           (select t from learning_activities where tenant_id = :tenant and person in (select id from students)
            order by t limit 1),
           (select t from learning_attempts where tenant_id = :tenant and person in (select id from students)
            order by t limit 1),
           (select t from learning_quarters where tenant_id = :tenant and person in (select id from students)
            order by t limit 1)) as oldest,
       (select count(*) from learning_standing st
        where st.tenant_id = :tenant and :school::text is null
          and not exists (select from learning_people p where p.tenant_id = :tenant and p.id = st.person)) as strangers;

-- name: erasures
-- When requests to be forgotten that are not done yet came, and until when they must be.
select asked_at, due_at
from privacy_requests
where tenant_id = :tenant and kind = 'erasure' and not dry_run and state <> 'done'
order by asked_at;
