create schema if not exists ledger;
grant usage on schema ledger to daxietong_reader, daxietong_writer;

create table ledger.entry (
    stream   uuid        not null,
    version  int         not null check (version > 0),
    tx       xid8        not null default pg_current_xact_id(),
    at       timestamptz not null,
    event    text        not null,
    actor    text        not null,
    unit     text        not null,
    body     text        not null,
    suite    text        not null,
    previous bytea       not null,
    hash     bytea       not null,
    primary key (stream, version)
);
create index entry_tx on ledger.entry (tx);

-- A checkpoint covers the entries whose transaction lies in [from_tx, to_tx), ordered by stream and version.
create table ledger.checkpoint (
    id        int         primary key,
    from_tx   xid8        not null,
    to_tx     xid8        not null check (to_tx > from_tx),
    size      bigint      not null,
    root      bytea       not null,
    previous  bytea       not null,
    at        timestamptz not null,
    suite     text        not null,
    key_id    text        not null,
    signature bytea       not null
);

create table ledger.signing_key (
    key_id     text        primary key,
    suite      text        not null,
    public_key bytea       not null,
    since      timestamptz not null
);

create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '账本只能追加，不能修改或删除（%）', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger entry_is_append_only before update or delete on ledger.entry for each row execute function ledger.refuse_change();
create trigger entry_is_never_emptied before truncate on ledger.entry for each statement execute function ledger.refuse_change();
create trigger checkpoint_is_append_only before update or delete on ledger.checkpoint for each row execute function ledger.refuse_change();
create trigger checkpoint_is_never_emptied before truncate on ledger.checkpoint for each statement execute function ledger.refuse_change();

alter table ledger.entry enable row level security;
alter table ledger.entry force row level security;
create policy writer_reads on ledger.entry for select to daxietong_writer using (true);
create policy writer_appends on ledger.entry for insert to daxietong_writer with check (true);

-- Verifying reads everything, as the owner.
do $$ begin
    execute format('create policy owner_verifies on ledger.entry for select to %I using (true)', current_user);
end $$;

grant select, insert on ledger.entry, ledger.checkpoint, ledger.signing_key to daxietong_writer;
grant select on ledger.entry, ledger.checkpoint, ledger.signing_key to daxietong_reader;
