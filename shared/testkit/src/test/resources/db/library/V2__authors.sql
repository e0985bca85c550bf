ALTER TABLE books ADD COLUMN author text;
