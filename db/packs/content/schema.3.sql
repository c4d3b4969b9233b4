-- Reports that are too old are looked for at every turn of the task that makes them.
create index content_reports_by_age on content_reports (created_at);
