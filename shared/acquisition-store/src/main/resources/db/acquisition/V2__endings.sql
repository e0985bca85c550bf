-- When an advertisement was found to sell nothing any more. Of no lead, if its end came before what
-- was seen of it earlier.
create table endings (
  listing_id uuid        primary key,
  ended_at   timestamptz not null
);
