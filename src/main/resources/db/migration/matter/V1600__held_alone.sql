-- 行政强制法 第二十三条: what is held under a measure is not put under a second one, even where two units act in the same second.
alter table matter.subject add column held_alone boolean not null default false;
create unique index subject_held_alone on matter.subject (digest) where held_alone;
