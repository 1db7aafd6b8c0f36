-- A matter that only one person of a unit may see: the row that gives the sight names them, and so do the unit's to-dos and notices of it. What
-- the other policies ask of the inbox they ask as the reader, and so under this very policy.
alter table matter.inbox add column account text;
alter table matter.todo add column account text;
alter table matter.notice add column account text;

drop policy own_unit on matter.inbox;
create policy own_unit on matter.inbox for select to daxietong_reader
    using (unit_id = (select nullif(current_setting('app.unit', true), ''))
           and (account is null or account = (select nullif(current_setting('app.account', true), ''))));
drop policy own_unit on matter.todo;
create policy own_unit on matter.todo for select to daxietong_reader
    using (unit_id = (select nullif(current_setting('app.unit', true), ''))
           and (account is null or account = (select nullif(current_setting('app.account', true), ''))));
drop policy own_unit on matter.notice;
create policy own_unit on matter.notice for select to daxietong_reader
    using (unit_id = (select nullif(current_setting('app.unit', true), ''))
           and (account is null or account = (select nullif(current_setting('app.account', true), ''))));

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
     order by i.updated_at desc
     limit most
$$;
