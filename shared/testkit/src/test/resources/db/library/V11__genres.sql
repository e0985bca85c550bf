CREATE TABLE genres (name text PRIMARY KEY);
INSERT INTO genres VALUES ('novel');
