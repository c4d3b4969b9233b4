-- Pieces of content: what was told of them.

-- name: item^
select id, content_id, title, kind, author, url, tags, published_at, described_at
from content_items where tenant_id = :tenant and content_id = :content_id;

-- name: items
select id, content_id, title, kind, author, url, tags, published_at, described_at
from content_items where tenant_id = :tenant and (:after::text is null or content_id > :after::text)
order by content_id limit :limit;

-- name: put_item^
insert into content_items as i (tenant_id, content_id, title, kind, author, url, tags, published_at, described_at)
values (:tenant, :content_id, :title, :kind, :author, :url, :tags, :published_at, clock_timestamp())
on conflict (tenant_id, content_id) do update set
    title = excluded.title, kind = excluded.kind, author = excluded.author, url = excluded.url, tags = excluded.tags,
    published_at = excluded.published_at, described_at = excluded.described_at
returning id, content_id, title, kind, author, url, tags, published_at, described_at;

-- name: empty_item^
update content_items
set title = null, kind = null, author = null, url = null, tags = null, published_at = null, described_at = null
where tenant_id = :tenant and content_id = :content_id
returning id;
