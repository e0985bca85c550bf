create table invitations (
  id           uuid        primary key,
  team_id      uuid        not null references teams (id),
  email        text        not null check (length(email) <= 254),
  roles        text[]      not null check (cardinality(roles) > 0 and
                 roles <@ array['buyer', 'analyst', 'marketer', 'candidate', 'support', 'admin']),
  inviter_id   uuid        not null references users (id),
  digest       text        check (length(digest) = 64),
  expires_at   timestamptz not null,
  accepted_at  timestamptz,
  withdrawn_at timestamptz
);

create index invitations_of_team on invitations (team_id);
create unique index invitations_digest on invitations (digest);
