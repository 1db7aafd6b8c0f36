-- Text operators are not leakproof, so under row-level security they may not drive an index (measured: seconds instead of milliseconds).
-- The search therefore runs once as its owner, with the unit as an explicit predicate, and returns ids only.
create function matter.search(wanted text[], most int) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select m.id
      from matter.matter m
      join matter.inbox i on i.matter_id = m.id
     where m.pieces operator(pg_catalog.@>) wanted
       and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
     order by i.updated_at desc
     limit most
$$;
revoke execute on function matter.search(text[], int) from public;
grant execute on function matter.search(text[], int) to daxietong_reader;
