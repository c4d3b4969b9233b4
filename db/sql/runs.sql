-- name: begin^
-- Claim a job's window: a row comes back when it is ours to run, none when it was run already.
-- A run that was cut off (begun over ten minutes ago, never finished) is begun again.
insert into task_runs as r (job, window_start) values (:job, :window)
on conflict (job, window_start) do update set started_at = clock_timestamp()
    where r.finished_at is null and r.started_at < clock_timestamp() - interval '10 minutes'
returning started_at;

-- name: finish!
update task_runs set finished_at = clock_timestamp(), result = :result where job = :job and window_start = :window;

-- name: abandon!
-- The run failed: let the next one take the window.
delete from task_runs where job = :job and window_start = :window and finished_at is null;

-- name: forget_runs!
delete from task_runs where started_at < clock_timestamp() - interval '7 days';
