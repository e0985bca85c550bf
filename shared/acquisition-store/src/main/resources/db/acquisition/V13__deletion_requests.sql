-- Each time that California's platform for deletion requests was asked for its lists.
create table deletion_pulls (
  id          uuid        primary key,
  pulled_at   timestamptz not null,
  read_at     timestamptz,
  compared_to uuid, -- the last advertisement that the lists were compared with
  compared_at timestamptz,
  parts       integer     not null default 0,
  answered_at timestamptz
);

create index deletion_pulls_by_time on deletion_pulls (pulled_at);

-- Who stands on the lists, as a keyed hash of their hash; none for lists of what is not kept here.
create table deletion_requests (
  work_item    text        primary key,
  pull_id      uuid        not null references deletion_pulls,
  file         text        not null,
  key          uuid,
  asked_at     timestamptz not null,
  erasure_id   uuid        references erasures,
  withdrawn_at timestamptz,
  status       integer     check (status in (3, 5)),
  answered_at  timestamptz,
  check ((status is null) = (answered_at is null))
);

create index deletion_requests_of_key on deletion_requests (key) where key is not null;

create index deletion_requests_open on deletion_requests (pull_id, file, work_item)
  where answered_at is null and withdrawn_at is null;
