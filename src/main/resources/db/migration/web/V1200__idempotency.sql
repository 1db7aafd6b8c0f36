create schema if not exists web;
grant usage on schema web to daxietong_writer;

-- One row per post that named itself by an Idempotency-Key, kept for a day. The key itself is not here: the answer is sealed under it, so that
-- the row says nothing to whoever reads the table.
create table web.idempotency (
    id bytea primary key check (length(id) = 32),
    body_sha256 bytea check (length(body_sha256) = 32),
    claimed_at timestamptz not null,
    status smallint check (status between 200 and 499),
    answer bytea
);
create index idempotency_claimed on web.idempotency (claimed_at);

grant select, insert, update, delete on web.idempotency to daxietong_writer;

-- Shut to the reading role, which draws pages and lists for people.
alter table web.idempotency enable row level security;
alter table web.idempotency force row level security;
create policy writer_all on web.idempotency to daxietong_writer using (true) with check (true);
