-- What was found when an advertisement was compared with others as it came: all of the lead that it
-- joined, and of other leads what might have joined them.
create table edges (
  listing_id  uuid        not null,
  other_id    uuid        not null,
  lead_id     uuid        not null, -- the other's at that time
  joined      boolean     not null,
  bits        real        not null,
  evidence    text[]      not null,
  model       integer     not null,
  compared_at timestamptz not null default clock_timestamp(),
  primary key (listing_id, other_id)
);

-- What was joined by mistake and taken apart: the part got a lead of its own.
create table splits (
  part_id     uuid        primary key,
  lead_id     uuid        not null,
  listing_ids uuid[]      not null,
  asked_by    text        not null,
  reason      text        not null,
  split_at    timestamptz not null
);

create index splits_of_lead on splits (lead_id);

-- Who sells: keyed hashes of phone numbers and mail addresses, and which of them are one person's.
create table person_keys (
  key         uuid        primary key,
  person_id   uuid        not null,
  known_since timestamptz not null default clock_timestamp()
);

create index person_keys_of_person on person_keys (person_id);

-- Nobody's, if it names no way to reach the seller, or was seen last before sellers were known.
alter table advertisements add column person_id uuid;

create index advertisements_of_person on advertisements (person_id) where person_id is not null;
