create schema if not exists integrity;
grant usage on schema integrity to daxietong_reader, daxietong_writer;

-- In which month each clue was reported. Nobody reads the rows: the office is given a number by the function, and none below a size at which it
-- might point at a person.
create table integrity.reported (
    matter_id uuid primary key,
    month     text not null check (month ~ '^\d{4}-\d{2}$')
);
alter table integrity.reported enable row level security;
alter table integrity.reported force row level security;
grant select, insert, delete on integrity.reported to daxietong_writer;
create policy writer on integrity.reported to daxietong_writer using (true) with check (true);
do $$
begin
    execute format('create policy owner_reads on integrity.reported for select to %I using (true)', current_user);
end $$;

create function integrity.tally(smallest int) returns table (month text, number int)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select r.month, count(*)::int
      from integrity.reported r
     where (select nullif(current_setting('app.unit', true), '')) = 'OFFICE'
     group by r.month
    having count(*) >= greatest(smallest, 5)
$$;
revoke execute on function integrity.tally(int) from public;
grant execute on function integrity.tally(int) to daxietong_reader;
