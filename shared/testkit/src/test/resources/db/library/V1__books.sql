CREATE TABLE books (id bigint PRIMARY KEY, title text NOT NULL);
CREATE FUNCTION titles() RETURNS bigint LANGUAGE plpgsql AS $$
BEGIN
  RETURN (SELECT count(title) FROM books);
END $$;
