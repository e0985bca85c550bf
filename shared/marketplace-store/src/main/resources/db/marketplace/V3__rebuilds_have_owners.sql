-- Who builds the index anew: only the owner of the row deletes it. Without one it is of a release
-- that knew no owners.
alter table rebuilds add column owner uuid;
