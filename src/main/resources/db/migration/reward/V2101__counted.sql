-- What is counted of each reward that was granted; read by nobody but what publishes a month.
create table reward.counted (
    matter_id uuid primary key,
    month     text not null,
    scheme    text not null,
    band      text not null
);
alter table reward.counted enable row level security;
alter table reward.counted force row level security;
create policy writes on reward.counted to daxietong_writer using (true) with check (true);
do $$
begin
    execute format('create policy owner_reads on reward.counted for select to %I using (true)', current_user);
end $$;
grant select, insert, delete on reward.counted to daxietong_writer;
