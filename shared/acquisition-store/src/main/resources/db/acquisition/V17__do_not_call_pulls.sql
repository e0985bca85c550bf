-- When the national do-not-call registry was last asked for an area, and how long its list was.
create table do_not_call_pulls (
  area      text        primary key check (area ~ '^[2-9][0-9]{2}$'),
  pulled_at timestamptz not null,
  numbers   integer     check (numbers > 0)
);
