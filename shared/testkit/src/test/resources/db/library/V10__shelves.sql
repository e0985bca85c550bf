ALTER TABLE books ADD COLUMN shelf text;
ALTER TABLE books DROP COLUMN author;
