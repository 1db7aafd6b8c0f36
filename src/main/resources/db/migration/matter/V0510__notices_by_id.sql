-- What is new since the reader last looked is counted from the newest backwards, without sorting a unit's whole history.
create index notice_newest on matter.notice (unit_id, id desc);
