-- The figures that prices are made of; the newest is in force. The first one is in the code, so
-- that a product without any has prices. Rows are only ever added: a rollback is a new one.
create table price_books (
  number     integer     primary key check (number > 1),
  version    text        not null unique,
  figures    jsonb       not null,
  note       text        not null check (length(note) between 1 and 200),
  -- The version whose figures were taken again.
  restores   text,
  written_by uuid        not null,
  written_at timestamptz not null default clock_timestamp()
);

create trigger price_books_only_grow before update or delete on price_books
  for each statement execute function refuse_change();

-- What it costs to be the only buyer; the revision rises with every new price of a version.
alter table offers add column exclusive_price bigint check (exclusive_price >= 0);
alter table offers add column revision integer not null default 0 check (revision >= 0);
