create schema if not exists bag;
grant usage on schema bag to daxietong_reader, daxietong_writer;

-- Steps that a bag or a receipt comes from, noted with the step and done by the timer right after.
create table bag.due (
    matter  uuid        not null,
    version int         not null,
    event   text        not null,
    unit    text        not null,
    number  text        not null,
    at      timestamptz not null,
    primary key (matter, version)
);

-- A bag that was sealed. What it is made of never changes; a time stamp and the proof of the next checkpoint may come to lie beside it.
create table bag.sealed (
    id         uuid        primary key,
    matter     uuid        not null,
    version    int         not null,
    delivered  boolean     not null,
    for_unit   text        not null,
    sealed_at  timestamptz not null,
    name       text        not null,
    root_sm    text        not null check (root_sm ~ '^[0-9a-f]{64}$'),
    root_intl  text        not null check (root_intl ~ '^[0-9a-f]{64}$'),
    includes   uuid[]      not null
);
create index sealed_by_matter on bag.sealed (matter, sealed_at desc);
create unique index sealed_once on bag.sealed (matter, version, for_unit, delivered);

-- Its files in order; an attachment's content stays in the store under its hash.
create table bag.item (
    bag        uuid   not null references bag.sealed,
    place      int    not null,
    path       text   not null,
    size       bigint not null check (size >= 0),
    crc        bigint not null,
    content    bytea,
    attachment uuid,
    check ((content is null) <> (attachment is null)),
    primary key (bag, place)
);

create table bag.addition (
    bag     uuid        not null references bag.sealed,
    path    text        not null,
    content bytea       not null,
    at      timestamptz not null,
    primary key (bag, path)
);

create table bag.receipt (
    bag     uuid        primary key references bag.sealed,
    matter  uuid        not null,
    content bytea       not null,
    at      timestamptz not null
);

do $$
declare t text;
begin
    foreach t in array array['due', 'sealed', 'item', 'addition', 'receipt'] loop
        execute format('alter table bag.%I enable row level security', t);
        execute format('alter table bag.%I force row level security', t);
        execute format('create policy written on bag.%I to daxietong_writer using (true) with check (true)', t);
    end loop;
end $$;
grant select, insert, delete on bag.due to daxietong_writer;
grant select, insert on bag.sealed, bag.item, bag.addition, bag.receipt to daxietong_writer;
grant select on bag.sealed, bag.item, bag.addition, bag.receipt to daxietong_reader;

create policy of_visible_matter on bag.sealed for select to daxietong_reader using (
    exists (
        select 1
          from matter.inbox i
         where i.matter_id = sealed.matter
           and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
    )
    -- What was sealed for one unit holds what that unit may see; what was delivered goes from hand to hand.
    and (delivered or for_unit = (select nullif(current_setting('app.unit', true), '')))
);
create policy of_visible_bag on bag.item for select to daxietong_reader using (
    exists (select 1 from bag.sealed s where s.id = item.bag)
);
create policy of_visible_bag on bag.addition for select to daxietong_reader using (
    exists (select 1 from bag.sealed s where s.id = addition.bag)
);
create policy of_visible_bag on bag.receipt for select to daxietong_reader using (
    exists (select 1 from bag.sealed s where s.id = receipt.bag)
);
