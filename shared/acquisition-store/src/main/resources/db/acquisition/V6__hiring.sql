-- Companies that hire, each with the postings of it that are open.
create table hiring_companies (
  id            uuid        primary key,
  version       bigint      not null check (version > 0),
  board         text        not null,
  handle        text        not null,
  name          text,
  page_url      text,
  first_seen_at timestamptz not null
);

create table hiring_jobs (
  listing_id      uuid        primary key,
  company_id      uuid        not null references hiring_companies,
  is_open         boolean     not null,
  market          text        not null,
  url             text        not null,
  title           text        not null,
  seniority       text,
  employment_type text,
  application     text        not null,
  application_url text,
  posted_on       date,
  observed_at     timestamptz not null
);

create index hiring_jobs_of_company on hiring_jobs (company_id);

-- When a posting was last found to be closed, also of one that was not seen yet.
create table job_endings (
  listing_id uuid        primary key,
  ended_at   timestamptz not null
);
