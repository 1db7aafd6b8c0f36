-- The newest that fit the text AND the filters: cut off before the filters, a rare kind would never be found among many matters.
drop function matter.search(text[], int);
create function matter.search(
    wanted text[], of_kind text, in_status text, of_owner text, of_commodity text, due_from timestamptz, due_until timestamptz, most int)
    returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select m.id
      from matter.matter m
      join matter.inbox i on i.matter_id = m.id
     where m.pieces operator(pg_catalog.@>) wanted
       and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
       and (of_kind is null or i.kind = of_kind)
       and (in_status is null or i.status = in_status)
       and (of_owner is null or i.owner_unit = of_owner)
       and (of_commodity is null or i.commodity = of_commodity)
       and (due_from is null or i.due_at >= due_from)
       and (due_until is null or i.due_at <= due_until)
     order by i.updated_at desc
     limit most
$$;
revoke execute on function matter.search(text[], text, text, text, text, timestamptz, timestamptz, int) from public;
grant execute on function matter.search(text[], text, text, text, text, timestamptz, timestamptz, int) to daxietong_reader;

-- Matters about the very person, plate or phone, by keyed digest, as far as the unit sees them.
create function matter.search_subject(digests text[], most int) returns setof uuid
    language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
    select i.matter_id
      from matter.subject s
      join matter.inbox i on i.matter_id = s.matter_id
     where s.digest = any(digests)
       and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
     order by i.updated_at desc
     limit most
$$;
revoke execute on function matter.search_subject(text[], int) from public;
grant execute on function matter.search_subject(text[], int) to daxietong_reader;
