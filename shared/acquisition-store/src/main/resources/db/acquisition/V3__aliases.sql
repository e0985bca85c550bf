-- Other ids of advertisements: a site may change all its addresses, and name the same advertisement
-- by one id in the old ones and by another in the new. Of no advertisement, once that is erased.
create table aliases (
  alias_id    uuid        primary key,
  listing_id  uuid        not null,
  known_since timestamptz not null default clock_timestamp()
);
