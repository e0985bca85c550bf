-- The session in which the first code was shown: like one that was opened with a code, it may use the
-- roles that force a second factor.
alter table second_factors add column enrolled_in uuid;
