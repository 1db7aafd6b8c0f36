-- What a document says stands sealed under the key of its matter, so that destroying the key reaches it too. Only rows of before are in clear,
-- until the platform, which alone has the keys, has sealed them at its next start.
alter table document.issued
    alter column content drop not null,
    add column sealed text,
    add constraint said_once check (num_nonnulls(content, sealed) = 1);
create index issued_in_clear on document.issued (id) where content is not null;

-- The one change that an issued document ever knows, and only from clear to sealed.
create function document.seal(document uuid, sealed_content text) returns boolean
    language sql volatile security definer set search_path = pg_catalog, pg_temp
as $$
    update document.issued set content = null, sealed = sealed_content where id = document and content is not null returning true
$$;
revoke execute on function document.seal(uuid, text) from public;
grant execute on function document.seal(uuid, text) to daxietong_writer;

do $$ begin
    execute format('create policy owner_seals on document.issued for update to %I using (content is not null) with check (sealed is not null)', current_user);
end $$;
