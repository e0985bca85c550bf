-- When its team was told that a card expires: once, since a card that is saved anew is another one.
alter table cards add column warned_at timestamptz;

create index cards_to_warn_of on cards (expires) where state = 'SAVED' and warned_at is null;
