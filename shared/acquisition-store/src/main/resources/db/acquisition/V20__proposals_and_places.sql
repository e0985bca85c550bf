-- What language models proposed for fields of advertisements, and what rules made of it.
create table proposals (
  id          bigint      generated always as identity primary key,
  listing_id  uuid        not null,
  field       text        not null,
  value       text        not null,
  model       text        not null,
  verdict     text        not null,
  proposed_at timestamptz not null
);

create index proposals_listing on proposals (listing_id);
create index proposals_age on proposals (proposed_at);

-- How far the last look at all phone numbers came: the next begins there. Not called as the columns of
-- listings are, since it is not one's.
create table scrub_place (
  only_one boolean primary key default true check (only_one),
  reached  uuid
);
