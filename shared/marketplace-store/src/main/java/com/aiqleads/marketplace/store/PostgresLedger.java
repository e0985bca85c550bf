package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.books.AccountSum;
import com.aiqleads.marketplace.books.Backlog;
import com.aiqleads.marketplace.books.Ledger;
import com.aiqleads.marketplace.books.LedgerHealth;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// What waits is looked for where an index has it; the accounts are added up, all of them.
final class PostgresLedger implements Ledger {
  private static final int CHECKS = 10;

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

  /// What no paper is written for, as a gift, waits for none: see `papers_due`.
  private static final String UNRECEIPTED =
      """
      select count(*), min(t.posted_at) as since from transfers t
      left join payments p on p.payment_id = t.reference
      where (t.posted_in, t.nr) > (select u.posted_in, u.nr from receipts_until u)
        and (t.kind = 'RETURN'
          or (t.kind = 'TOP_UP' and p.purpose is distinct from 'ORDER')
          or (t.kind in ('CLAW', 'REINSTATEMENT') and (p.purpose = 'TOP_UP'
            or exists (select from orders o where o.payment_id = p.payment_id)))
          or (t.kind = 'PURCHASE' and not exists (
            select from order_lines l join receipts r on r.receipt_id = l.order_id
            where l.order_line_id = t.reference)))
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
                PostgresBooks.lastChecks(database, CHECKS),
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
}
