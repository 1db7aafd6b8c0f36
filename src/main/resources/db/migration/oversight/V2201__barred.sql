-- The radar's rows say what a matter says; whoever takes no part in it any more does not read them either (doc/adr/0022).
create policy not_barred on oversight.radar as restrictive for select to daxietong_reader
    using (matter_id <> all (array(
               select k.id from matter.kept_from((select nullif(current_setting('app.account', true), ''))) k)));
