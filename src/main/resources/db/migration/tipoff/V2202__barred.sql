-- Whoever takes no part in a tip-off any more is not handed its sealed parts, though they still have the key (doc/adr/0022).
do $$
declare t text;
begin
    foreach t in array array['envelope', 'share', 'file'] loop
        execute format('create policy not_barred on tipoff.%I as restrictive for select to daxietong_reader
            using (matter_id <> all (array(
                select k.id from matter.kept_from((select nullif(current_setting(''app.account'', true), ''''))) k)))', t);
    end loop;
end $$;
