-- A new password ends the sessions of the generations before, but for the kept one. A number that is
-- read with the password, as clocks of two functions cannot be compared: the column sessions_since is
-- written and read no more.
alter table users add column generation integer not null default 1 check (generation > 0);
