-- What was sent and never handed in is swept after a day; what is part of a matter stays whatever the platform asks.
grant delete on attachment.file to daxietong_writer;
create policy only_unlinked on attachment.file as restrictive for delete to daxietong_writer using (not linked);
create index file_content on attachment.file (sha256);
drop index attachment.file_unlinked;
create index file_unlinked on attachment.file (uploaded_at) where not linked;
