-- One value for each tip-off, computed from its receipt code, by which its teller can show the day of telling. Nothing leads from it to a matter;
-- the values of a day are sealed together after it has ended, mixed with values of chance.
create table tipoff.leaf (
    value  bytea   primary key,
    day    date    not null,
    sealed boolean not null default false
);
create index leaf_by_day on tipoff.leaf (day, value);

-- Which matter holds the root over a day's values; written by the spine with the matter itself.
create table tipoff.sealed_day (
    matter_id uuid primary key,
    day       text not null unique check (day ~ '^\d{4}-\d{2}-\d{2}$')
);

alter table tipoff.leaf enable row level security;
alter table tipoff.leaf force row level security;
alter table tipoff.sealed_day enable row level security;
alter table tipoff.sealed_day force row level security;
create policy writes on tipoff.leaf to daxietong_writer using (true) with check (true);
create policy writes on tipoff.sealed_day to daxietong_writer using (true) with check (true);

-- Values are taken out and put back together, so that no row is stamped with the transaction that filed its tip-off.
grant select, insert, delete on tipoff.leaf to daxietong_writer;
grant select, insert, delete on tipoff.sealed_day to daxietong_writer;
do $$
begin
    execute format('create policy owner_reads on tipoff.sealed_day for select to %I using (true)', current_user);
end $$;
