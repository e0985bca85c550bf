package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.books.AccountSum;
import com.aiqleads.marketplace.books.Backlog;
import com.aiqleads.marketplace.books.BookCheck;
import com.aiqleads.marketplace.books.Ledger;
import com.aiqleads.marketplace.books.LedgerHealth;
import com.aiqleads.marketplace.books.Link;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// What waits is looked for where an index has it; the accounts are added up, all of them.
final class PostgresLedger implements Ledger {
  private static final int CHECKS = 10;

  private static final String LAST_CHECKS =
      """
      select checked_at, chain_seq, hash, faults from book_checks order by check_id desc limit ?
      """;

  private static final String SUMS =
      """
      select kind, currency, sum(balance)::bigint as sum from accounts
      group by kind, currency order by currency, kind
      """;

  private static final String UNSEALED =
      """
      select count(*), min(posted_at) as since from transfers
      where (posted_in, nr) > (
          select coalesce(max(t.posted_in), '0'::xid8), coalesce(max(t.nr), 0)
          from (select transfer_id from seals order by chain_seq desc limit 1) as head
          join transfers t using (transfer_id))
      """;

  private static final String UNKNOWN_PAYMENTS =
      """
      select count(*), min(created_at) as since from payments
      where next_ask is not null and state = 'UNKNOWN'
      """;

  private static final String UNFINISHED_ORDERS =
      """
      select count(*), min(p.settled_at) as since from drafts d join payments p using (payment_id)
      where d.next_try is not null and (d.state = 'REFUND_DUE' or p.state = 'SUCCEEDED')
      """;

  private static final String UNRECEIPTED =
      """
      select count(*), min(t.posted_at) as since from transfers t
      where (t.posted_in, t.nr) > (select u.posted_in, u.nr from receipts_until u)
      """;

  private final Database database;

  PostgresLedger(Database database) {
    this.database = database;
  }

  @Override
  public LedgerHealth health() {
    return database.readOnly(
        () ->
            new LedgerHealth(
                database.query(LAST_CHECKS, Parameters.of(CHECKS), PostgresLedger::check),
                sums(),
                backlog(UNSEALED),
                backlog(UNKNOWN_PAYMENTS),
                backlog(UNFINISHED_ORDERS),
                backlog(UNRECEIPTED)));
  }

  private List<AccountSum> sums() {
    return database.query(
        SUMS,
        Parameters.of(),
        row ->
            new AccountSum(row.getString("kind"), row.getString("currency"), row.getLong("sum")));
  }

  private Backlog backlog(String statement) {
    return database
        .query(
            statement,
            Parameters.of(),
            row ->
                new Backlog(
                    row.getLong("count"),
                    Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)))
        .getFirst();
  }

  static BookCheck check(ResultSet row) throws SQLException {
    return new BookCheck(
        row.getObject("checked_at", OffsetDateTime.class).toInstant(),
        new Link(row.getLong("chain_seq"), HexFormat.of().formatHex(row.getBytes("hash"))),
        row.getInt("faults"));
  }
}
