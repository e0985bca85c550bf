-- What advertisements have in common with others: keyed hashes of phone numbers, mail addresses,
-- accounts and photos, and of what a description says of a home; the name beside a contact is a keyed
-- hash, too, which is only ever compared. Goes with its advertisement.
create table marks (
  mark       uuid not null,
  listing_id uuid not null references advertisements on delete cascade,
  kind       text not null check (kind in ('text', 'photo', 'contact', 'account')),
  name       uuid,
  primary key (mark, listing_id) include (name)
);

create index marks_of_listing on marks (listing_id);

-- Comparable homes: of one kind in one ZIP code, or else in one market. In the order of their ids, which
-- says nothing of them, so that the first of them are a fair sample.
create index advertisements_by_zip on advertisements (zip, property_type, listing_id);
create index advertisements_by_market on advertisements (market, property_type, listing_id);
