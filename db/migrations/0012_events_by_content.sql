-- What happened with a piece of content, in order: the last of the indexes by user, content, type and time.
create index events_by_content on events (tenant_id, content_id, t) where content_id is not null;
