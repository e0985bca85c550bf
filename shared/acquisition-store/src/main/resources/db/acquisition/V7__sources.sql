-- What a person has decided of fetching a source. Without a row nothing of it is fetched.
create table source_permits (
  source            text        primary key,
  terms_url         text        not null,
  terms_reviewed_at timestamptz not null,
  robots_url        text        not null,
  access_basis      text        not null check (access_basis in ('licensed', 'partner', 'public', 'blocked')),
  approved_by       text        not null,
  approved_at       timestamptz not null,
  expires_at        timestamptz not null,
  allowed_fields    text[]      not null,
  image_mode        text        not null check (image_mode in ('none', 'link')),
  cadence_minutes   integer     not null check (cadence_minutes >= 0)
);

-- Which markets are searched, by the name that the source has for them.
create table search_targets (
  source          text        not null,
  market          text        not null,
  place           text        not null,
  cadence_minutes integer     not null check (cadence_minutes >= 0),
  active          boolean     not null,
  approved_by     text        not null,
  approved_at     timestamptz not null,
  primary key (source, market)
);

-- Who decided what; it only grows.
create table source_changes (
  id         uuid        primary key,
  changed_at timestamptz not null,
  person     text        not null,
  source     text        not null,
  act        text        not null,
  subject    text        not null,
  text       text        not null
);

create index source_changes_by_time on source_changes (source, changed_at desc, id desc);
