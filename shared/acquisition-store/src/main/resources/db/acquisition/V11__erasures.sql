-- People who are erased. Who it is stands here encrypted until it is done; then only a keyed hash.
create table erasures (
  id          uuid        primary key,
  subject     uuid        not null,
  asked_by    text        not null,
  reason      text        not null,
  asked_at    timestamptz not null,
  person      text, -- encrypted
  urls        text, -- encrypted
  awaited     uuid[]      not null default '{}',
  looked      boolean     not null default false,
  finished_at timestamptz,
  report      text,
  signature   text,
  check ((finished_at is null) = (report is null)),
  check ((finished_at is null) = (signature is null)),
  check (finished_at is null or (person is null and urls is null))
);

create index erasures_of_subject on erasures (subject, finished_at);

create table erasure_places (
  erasure_id uuid   not null references erasures,
  place      text   not null,
  erased     bigint not null,
  left_over  bigint not null,
  primary key (erasure_id, place)
);

-- Who was told what is held of somebody; it only grows.
create table disclosures (
  id       bigint      generated always as identity primary key,
  subject  uuid        not null,
  asked_by text        not null,
  reason   text        not null,
  listings integer     not null,
  told_at  timestamptz not null
);
