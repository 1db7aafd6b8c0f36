-- What is counted of each tip-off; read by nobody but what publishes a month.
create table tipoff.counted (
    matter_id   uuid primary key,
    received    text not null,
    manner      text not null,
    commodity   text,
    status      text not null,
    finished    text,
    outcome     text,
    inform_late boolean,
    close_late  boolean,
    market_late boolean
);

-- What the audit administrator is shown of a month that is over. Written once, with small counts left out already, so that no two looks differ and
-- nothing hidden lies here.
create table tipoff.published (
    month   text not null check (month ~ '^\d{4}-\d{2}$'),
    place   int  not null,
    heading text not null,
    cell    text not null,
    shown   text not null,
    primary key (month, place)
);

do $$
declare t text;
begin
    foreach t in array array['counted', 'published'] loop
        execute format('alter table tipoff.%I enable row level security', t);
        execute format('alter table tipoff.%I force row level security', t);
        execute format('create policy writes on tipoff.%I to daxietong_writer using (true) with check (true)', t);
    end loop;
    execute format('create policy owner_reads on tipoff.counted for select to %I using (true)', current_user);
end $$;
create policy reads on tipoff.published for select to daxietong_reader
    using ((select nullif(current_setting('app.post', true), '')) = 'audit_admin');
grant select on tipoff.published to daxietong_reader;
grant select, insert, delete on tipoff.counted to daxietong_writer;
grant select, insert on tipoff.published to daxietong_writer;
