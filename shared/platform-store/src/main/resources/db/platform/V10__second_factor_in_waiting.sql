-- What is offered to somebody who is enrolled, encrypted like the secret whose place it is to take.
alter table second_factors add column offered text;
