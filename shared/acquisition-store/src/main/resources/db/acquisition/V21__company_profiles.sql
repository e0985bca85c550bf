-- What companies' own pages say of them, also of those that are not known to hire (yet).
create table company_profiles (
  company_id      uuid        primary key,
  name            text        not null,
  website         text,
  industry        text,
  least_employees integer     check (least_employees >= 0),
  most_employees  integer     check (most_employees >= least_employees),
  headquarters    text,
  organisation    text,
  founded_year    integer,
  page_id         uuid        not null,
  snapshot_key    text        not null,
  parser_version  text        not null,
  observed_at     timestamptz not null
);

-- Which place of the page each field was believed at.
create table company_profile_paths (
  company_id uuid not null references company_profiles on delete cascade,
  field      text not null,
  path       text not null,
  primary key (company_id, field)
);
