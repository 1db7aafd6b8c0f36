-- The two roles that the application works as. They belong to the whole server, so another database of ours may have made them already.
do $$
begin
    create role daxietong_reader login nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
exception
    when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
    create role daxietong_writer login nosuperuser nocreatedb nocreaterole nobypassrls noreplication;
exception
    when duplicate_object or unique_violation then null;
end
$$;

-- Kept here rather than in a file, so that every process on this database enters with the same password; only the owner may read it.
create table database.login (
    role text primary key,
    password text not null
);
