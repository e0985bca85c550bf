-- Who people of ours are at providers that they sign in by. Subjects differ by case.
create table identities (
  issuer    text        not null check (length(issuer) between 1 and 255),
  subject   text        not null check (length(subject) between 1 and 255),
  user_id   uuid        not null references users (id),
  linked_at timestamptz not null,
  primary key (issuer, subject)
);

create index identities_of_user on identities (user_id);
