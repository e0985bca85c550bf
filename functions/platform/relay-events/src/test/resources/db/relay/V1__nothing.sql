create table nothing (id int primary key);
