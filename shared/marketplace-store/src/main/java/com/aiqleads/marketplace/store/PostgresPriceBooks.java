package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.pricing.BookEntry;
import com.aiqleads.marketplace.pricing.Figures;
import com.aiqleads.marketplace.pricing.PriceBook;
import com.aiqleads.marketplace.pricing.PriceBooks;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The first book is in the code; rows are the ones after it.
final class PostgresPriceBooks implements PriceBooks {
  private static final String COLUMNS =
      "select number, version, figures, note, restores, written_by, written_at from price_books";
  private static final String HISTORY = COLUMNS + " order by number desc limit ?";
  private static final String FIND = COLUMNS + " where version = ?";

  /// Of two who write at once, the second finds the number taken.
  private static final String WRITE =
      """
      insert into price_books (number, version, figures, note, restores, written_by, written_at)
      select ?, to_char(clock() at time zone 'UTC', 'YYYY-MM-DD') || '.' || ?, ?::jsonb, ?, ?, ?,
        clock()
      where ? = (select coalesce(max(number), 1) from price_books)
      on conflict do nothing
      returning number, version, figures, note, restores, written_by, written_at
      """;

  private final Database database;
  private final FiguresJson figures;

  PostgresPriceBooks(Database database, FiguresJson figures) {
    this.database = database;
    this.figures = figures;
  }

  @Override
  public BookEntry current() {
    return database.queryOne(HISTORY, Parameters.of(1), this::entry).orElse(BookEntry.FIRST);
  }

  @Override
  public Optional<PriceBook> find(String version) {
    return version.equals(PriceBook.FIRST.version())
        ? Optional.of(PriceBook.FIRST)
        : database.queryOne(FIND, Parameters.of(version), this::entry).map(BookEntry::book);
  }

  @Override
  public List<BookEntry> history(int limit) {
    List<BookEntry> entries =
        new ArrayList<>(database.query(HISTORY, Parameters.of(limit), this::entry));
    if (entries.size() < limit) {
      entries.add(BookEntry.FIRST);
    }
    return entries;
  }

  @Override
  public Written write(int inForce, Figures wanted, UserId by, String note) {
    return write(inForce, wanted, by, note, null);
  }

  @Override
  public Written restore(int inForce, String version, UserId by, String note) {
    return find(version)
        .map(book -> write(inForce, book.figures(), by, note, version))
        .orElseGet(() -> new UnknownVersion(version));
  }

  private Written write(
      int inForce, Figures wanted, UserId by, String note, @Nullable String restores) {
    int next = inForce + 1;
    return database
        .queryOne(
            WRITE,
            Parameters.of(
                next,
                Integer.toString(next),
                figures.write(wanted),
                note,
                restores,
                by.value(),
                inForce),
            this::entry)
        .<Written>map(InForce::new)
        .orElseGet(() -> new Overtaken(current()));
  }

  private BookEntry entry(ResultSet row) throws SQLException {
    PriceBook book =
        new PriceBook(row.getString("version"), figures.read(row.getString("figures")));
    return new BookEntry(row.getInt("number"), book, Optional.of(signed(row)));
  }

  private static BookEntry.Signed signed(ResultSet row) throws SQLException {
    return new BookEntry.Signed(
        new UserId(row.getObject("written_by", UUID.class)),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getString("note"),
        Optional.ofNullable(row.getString("restores")));
  }
}
