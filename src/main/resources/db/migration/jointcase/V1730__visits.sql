create schema if not exists jointcase;
grant usage on schema jointcase to daxietong_reader, daxietong_writer;

-- Which places operations visited. That a place was visited, when and under whose lead is for whoever works on matters, so that nobody is looked
-- at twice without a reason; what was found stays with the operation.
create table jointcase.visit (
    matter_id  uuid        not null,
    place      int         not null,
    spot       text        not null,
    unit_id    text        not null,
    visited_at timestamptz not null,
    primary key (matter_id, place, spot)
);
create index visit_spot on jointcase.visit (spot, visited_at desc);

-- Within how many days another visit wants a reason; the newest row counts, 0 is none. Appended only.
create table jointcase.visit_window (
    id      bigint      generated always as identity primary key,
    at      timestamptz not null,
    account text        not null,
    days    int         not null check (days >= 0)
);

do $$
declare t text;
begin
    foreach t in array array['visit', 'visit_window'] loop
        execute format('alter table jointcase.%I enable row level security', t);
        execute format('alter table jointcase.%I force row level security', t);
        execute format('create policy writer on jointcase.%I to daxietong_writer using (true) with check (true)', t);
        execute format('create policy owner_reads on jointcase.%I for select to %I using (true)', t, current_user);
        execute format('grant select on jointcase.%I to daxietong_reader', t);
        execute format('create policy at_work on jointcase.%I for select to daxietong_reader
            using ((select nullif(current_setting(''app.unit'', true), '''')) is not null)', t);
    end loop;
end $$;
grant select, insert, delete on jointcase.visit to daxietong_writer;
grant select, insert on jointcase.visit_window to daxietong_writer;
