package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.receipts.BillTo;
import com.aiqleads.marketplace.receipts.Receipt;
import com.aiqleads.marketplace.receipts.Receipt.Kind;
import com.aiqleads.marketplace.receipts.ReceiptId;
import com.aiqleads.marketplace.receipts.Receipts;
import com.aiqleads.marketplace.receipts.State;
import com.aiqleads.marketplace.receipts.TeamReceipt;
import com.aiqleads.marketplace.taxes.TaxRate;
import com.aiqleads.marketplace.taxes.Taxes;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A run is one transaction, under the lock of both series: no number is taken without its paper.
final class PostgresReceipts implements Receipts {
  private static final String LOCK = "select lock_series('AIQ-R'), lock_series('AIQ-C')";

  private static final String DUE =
      "select d.*, taxable_of(d.receipt_id) as taxable from papers_due(?) d";

  private static final String ISSUE = "call issue_receipt(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  private static final String WITH_LINES =
      """
      select r.*, o.series as original_series, o.number as original_number,
        l.lead_id, l.exclusive, l.amount
      from (%s) as r
      join receipt_lines l using (receipt_id)
      left join receipts o on o.receipt_id = r.original
      order by r.nr desc, l.place
      """;

  private static final String OF_TEAM =
      WITH_LINES.formatted(
          "select * from receipts where team_id = ? and nr < ? order by nr desc limit ?");

  private static final String ONE =
      WITH_LINES.formatted("select * from receipts where team_id = ? and receipt_id = ?");

  private static final String TEAM = "select team_id from receipts where receipt_id = ?";

  private static final String BILL_TO = "select name, state from billing_details where team_id = ?";

  private static final String BILL =
      """
      insert into billing_details (team_id, name, state) select (lock_buyer(?)).team_id, ?, ?
      on conflict (team_id) do update set name = excluded.name, state = excluded.state
      """;

  private final Database database;

  PostgresReceipts(Database database) {
    this.database = database;
  }

  @Override
  public int issue(int most, Taxes taxes) {
    return database.inTransaction(
        () -> {
          database.query(LOCK, Parameters.of(), _ -> true);
          List<Optional<Due>> due = database.query(DUE, Parameters.of(most), PostgresReceipts::due);
          Map<UUID, Due> papers = new LinkedHashMap<>();
          due.stream().flatMap(Optional::stream).forEach(one -> papers.putIfAbsent(one.id(), one));
          Map<UUID, TaxRate> rates = new HashMap<>();
          papers.values().forEach(one -> rates.put(one.id(), one.rate(taxes)));
          database.batch(
              ISSUE,
              papers.values(),
              (statement, one) -> one.bind(statement, rates.getOrDefault(one.id(), TaxRate.NONE)));
          return due.size();
        });
  }

  /// A paper that is to be written.
  private record Due(
      Kind kind,
      UUID id,
      TeamId team,
      @Nullable UUID original,
      Money total,
      boolean byCard,
      OffsetDateTime at,
      Money taxable) {

    /// That of the day of the sale. Only what is sold is taxed; credit is no sale before that.
    TaxRate rate(Taxes taxes) {
      return kind == Kind.ORDER ? taxes.of(team, at.toInstant()) : TaxRate.NONE;
    }

    /// The tax is that of what was paid with money: neither gifts nor what a plan includes,
    /// which its invoice has taxed.
    void bind(PreparedStatement statement, TaxRate rate) throws SQLException {
      Parameters.of(
              id,
              kind.name(),
              team.value(),
              original,
              total.minorUnits(),
              total.currency().getCurrencyCode(),
              byCard,
              at,
              rate.within(taxable).minorUnits(),
              rate.millionths())
          .bind(statement);
    }
  }

  private static Optional<Due> due(ResultSet row) throws SQLException {
    @Nullable String kind = row.getString("kind");
    return kind == null
        ? Optional.empty()
        : Optional.of(
            new Due(
                Kind.valueOf(kind),
                row.getObject("receipt_id", UUID.class),
                new TeamId(row.getObject("team_id", UUID.class)),
                row.getObject("original", UUID.class),
                SubscriptionRows.money(row, "total"),
                row.getBoolean("by_card"),
                row.getObject("happened_at", OffsetDateTime.class),
                SubscriptionRows.money(row, "taxable")));
  }

  @Override
  public List<Receipt> of(TeamId team, long below, int limit) {
    return papers(OF_TEAM, Parameters.of(team.value(), below, limit));
  }

  @Override
  public Optional<Receipt> receipt(TeamId team, ReceiptId id) {
    return papers(ONE, Parameters.of(team.value(), id.value())).stream().findFirst();
  }

  @Override
  public Optional<TeamReceipt> ofAnyTeam(ReceiptId id) {
    return database
        .queryOne(
            TEAM,
            Parameters.of(id.value()),
            row -> new TeamId(row.getObject("team_id", UUID.class)))
        .flatMap(team -> receipt(team, id).map(paper -> new TeamReceipt(team, paper)));
  }

  @Override
  public Optional<BillTo> billTo(TeamId team) {
    return database.queryOne(
        BILL_TO,
        Parameters.of(team.value()),
        row ->
            new BillTo(
                row.getString("name"),
                Optional.ofNullable(row.getString("state")).map(State::new)));
  }

  @Override
  public void billTo(TeamId team, BillTo who) {
    database.update(
        BILL, Parameters.of(team.value(), who.name(), who.state().map(State::code).orElse(null)));
  }

  private List<Receipt> papers(String statement, Parameters parameters) {
    return ReceiptRows.together(database.query(statement, parameters, ReceiptRows::receipt));
  }
}
