package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.Books;
import com.aiqleads.marketplace.books.Fault;
import com.aiqleads.marketplace.books.Link;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What looks at everything takes longer than a statement otherwise may.
final class PostgresBooks implements Books {
  private static final String TAKE_TIME = "select set_config('statement_timeout', '10min', true)";

  private static final String FAULTS =
      """
      select rule, what from all_faults() union all select rule, what from seal_faults() limit ?
      """;

  private static final String LAST_CHECKS =
      """
      select checked_at, chain_seq, hash, faults from book_checks order by check_id desc limit ?
      """;

  private static final String KEEP =
      "insert into book_checks (checked_at, chain_seq, hash, faults) values (?, ?, ?, ?)";

  private final Database database;

  PostgresBooks(Database database) {
    this.database = database;
  }

  @Override
  public List<Fault> faults(int most) {
    return database.readOnly(
        () -> {
          database.query(TAKE_TIME, Parameters.of(), _ -> true);
          return database.query(
              FAULTS,
              Parameters.of(most),
              row -> new Fault(row.getString("rule"), row.getString("what")));
        });
  }

  @Override
  public Optional<BookCheck> lastCheck() {
    return lastChecks(database, 1).stream().findFirst();
  }

  static List<BookCheck> lastChecks(Database database, int most) {
    return database.query(
        LAST_CHECKS,
        Parameters.of(most),
        row ->
            new BookCheck(
                row.getObject("checked_at", OffsetDateTime.class).toInstant(),
                new Link(row.getLong("chain_seq"), HexFormat.of().formatHex(row.getBytes("hash"))),
                row.getInt("faults")));
  }

  @Override
  public void keep(BookCheck check) {
    database.update(
        KEEP,
        Parameters.of(
            check.at().atOffset(ZoneOffset.UTC),
            check.chain().place(),
            HexFormat.of().parseHex(check.chain().hash()),
            check.faults()));
  }
}
