-- An administrator's unit is named apart from that of those who work on matters, so that no policy about matters ever takes one for the other.
drop policy unit_tokens on identity.token;
create policy unit_tokens on identity.token for select to daxietong_reader
    using (
        unit = (select nullif(current_setting('app.administered_unit', true), ''))
        and (select current_setting('app.post', true)) = 'unit_admin');
