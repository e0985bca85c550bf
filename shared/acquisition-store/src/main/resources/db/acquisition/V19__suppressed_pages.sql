-- Keyed hashes of pages that are not fetched any more, each with the key of `suppressions` that it is
-- about: who is let in again has no page that is left alone.
create table suppressed_pages (
  page          uuid        not null,
  cause         uuid        not null,
  suppressed_at timestamptz not null,
  primary key (page, cause)
);

-- expand-only: the same rule with one kind more
alter table suppressions drop constraint suppressions_kind_check;
alter table suppressions add constraint suppressions_kind_check check (
  kind in ('phone', 'email', 'address', 'listing', 'page'));
