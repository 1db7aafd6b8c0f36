-- The linked matters that a book holds as chapters: what was bound of them is read only as long as they are seen, as the matter itself.
alter table casebook.book add column linked uuid[] not null default '{}';

drop policy own_of_visible_matter on casebook.book;
create policy own_of_visible_matter on casebook.book for select to daxietong_reader using (
    unit = (select nullif(current_setting('app.unit', true), ''))
    and (
        select count(*)
          from matter.inbox i
         where i.matter_id = any(book.linked || book.matter)
           and i.unit_id = (select nullif(current_setting('app.unit', true), ''))
    ) = cardinality(book.linked) + 1
);
