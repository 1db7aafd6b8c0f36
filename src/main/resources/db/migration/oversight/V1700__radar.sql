create schema if not exists oversight;
grant usage on schema oversight to daxietong_reader, daxietong_writer;

-- What the procuratorate should see at once, one row per matter and ground, derived from the matter. A ground that only time brings begins in
-- the future, at the clock's due time. On a database that already holds matters, "./daxietong replay" fills it.
create table oversight.radar (
    matter_id uuid        not null,
    ground    text        not null,
    overseer  text        not null,
    opens     uuid        not null,
    kind      text        not null,
    number    text        not null,
    title     text        not null,
    unit_id   text        not null,
    article   text        not null,
    since     timestamptz not null,
    due_at    timestamptz,
    due_key   timestamptz not null generated always as (coalesce(due_at, 'infinity')) stored,
    primary key (matter_id, ground)
);
create index radar_since on oversight.radar (overseer, since, matter_id, ground);
create index radar_ground_since on oversight.radar (overseer, ground, since, matter_id);
create index radar_unit_since on oversight.radar (overseer, unit_id, since, matter_id, ground);
create index radar_due on oversight.radar (overseer, due_key, matter_id, ground);
create index radar_ground_due on oversight.radar (overseer, ground, due_key, matter_id);
create index radar_unit_due on oversight.radar (overseer, unit_id, due_key, matter_id, ground);

-- Who looked at the radar, how and at what part of it: the overseer's own looking is on record too. Appended only.
create table oversight.radar_look (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    account text        not null,
    unit_id text        not null,
    purpose text        not null check (purpose in ('list', 'print', 'export', 'api')),
    filter  text        not null,
    rows    int         not null
);
create index radar_look_unit on oversight.radar_look (unit_id, id desc);

do $$
declare t text;
begin
    foreach t in array array['radar', 'radar_look'] loop
        execute format('alter table oversight.%I enable row level security', t);
        execute format('alter table oversight.%I force row level security', t);
        execute format('create policy writer on oversight.%I to daxietong_writer using (true) with check (true)', t);
        execute format('create policy owner_reads on oversight.%I for select to %I using (true)', t, current_user);
        execute format('grant select on oversight.%I to daxietong_reader', t);
    end loop;
end $$;
grant select, insert, delete on oversight.radar to daxietong_writer;
grant select, insert on oversight.radar_look to daxietong_writer;
create policy own_unit on oversight.radar for select to daxietong_reader
    using (overseer = (select nullif(current_setting('app.unit', true), '')));
create policy own_unit on oversight.radar_look for select to daxietong_reader
    using (unit_id = (select nullif(current_setting('app.unit', true), '')));
