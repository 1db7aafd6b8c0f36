-- 回避: who takes no part any more in what a matter is about. Derived from the matter that says so, as all rows of lists are.
create table matter.bar (
    matter_id uuid not null,
    other_id  uuid not null,
    account   text not null,
    why       text not null,
    primary key (matter_id, other_id, account)
);
create index bar_account on matter.bar (account);

alter table matter.bar enable row level security;
alter table matter.bar force row level security;
grant select, insert, delete on matter.bar to daxietong_writer;
create policy writer on matter.bar to daxietong_writer using (true) with check (true);
do $$
begin
    execute format('create policy owner_reads on matter.bar for select to %I using (true)', current_user);
end $$;

-- What this person is kept from: what the bar names, and whatever has come of it or is about it since (the penalty, the goods and the transfer of
-- a case), for they tell the same story. The matter that bars stays in sight, so that the person can read the decision about them.
create function matter.kept_from(person text) returns table (id uuid, why text)
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    with recursive away (id, why) as (
        select b.other_id, b.why from matter.bar b where b.account = person
        union
        select l.matter_id, a.why
          from away a
          join matter.link l on l.other_id = a.id
          join matter.matter earlier on earlier.id = a.id
          join matter.matter later on later.id = l.matter_id
         where later.created_at >= earlier.created_at
           and not exists (select from matter.bar b where b.matter_id = l.matter_id and b.account = person))
    select away.id, away.why from away
$$;
revoke execute on function matter.kept_from(text) from public;
grant execute on function matter.kept_from(text) to daxietong_reader, daxietong_writer;

-- Over and above what the unit may see. Asked once a query and not once a row; everything that hangs on a matter asks the inbox as the reader,
-- and so follows: its text, documents, files, entries, books and bags.
do $$
declare t text;
begin
    foreach t in array array['inbox', 'todo', 'notice'] loop
        execute format('create policy not_barred on matter.%I as restrictive for select to daxietong_reader
            using (matter_id <> all (array(
                select k.id from matter.kept_from((select nullif(current_setting(''app.account'', true), ''''))) k)))', t);
    end loop;
end $$;

-- The searches run as their owner and say so themselves.
create or replace function matter.search(
    wanted text[], of_kind text, in_status text, of_owner text, of_commodity text, due_from timestamptz, due_until timestamptz, most int)
    returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select m.id
      from matter.matter m
      join matter.inbox i on i.matter_id = m.id
     where m.pieces operator(pg_catalog.@>) wanted
       and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
       and (i.account is null or i.account = (select nullif(current_setting('app.account', true), '')))
       and i.matter_id <> all (array(select k.id from matter.kept_from((select nullif(current_setting('app.account', true), ''))) k))
       and (of_kind is null or i.kind = of_kind)
       and (in_status is null or i.status = in_status)
       and (of_owner is null or i.owner_unit = of_owner)
       and (of_commodity is null or i.commodity = of_commodity)
       and (due_from is null or i.due_at >= due_from)
       and (due_until is null or i.due_at <= due_until)
     order by i.updated_at desc
     limit most
$$;
create or replace function matter.search_subject(digests text[], most int) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select i.matter_id
      from matter.subject s
      join matter.inbox i on i.matter_id = s.matter_id
     where s.digest = any(digests)
       and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
       and (i.account is null or i.account = (select nullif(current_setting('app.account', true), '')))
       and i.matter_id <> all (array(select k.id from matter.kept_from((select nullif(current_setting('app.account', true), ''))) k))
     order by i.updated_at desc
     limit most
$$;
