package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.orders.OrderLineId;
import com.aiqleads.marketplace.returns.Claim;
import com.aiqleads.marketplace.returns.Facts;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.returns.ReturnId;
import com.aiqleads.marketplace.returns.ReturnRate;
import com.aiqleads.marketplace.returns.Returns;
import com.aiqleads.marketplace.returns.Ruling;
import com.aiqleads.marketplace.returns.Sale;
import com.aiqleads.marketplace.returns.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What follows from a decision is one call of a function of the database.
final class PostgresReturns implements Returns {
  /// What a buyer writes goes with the lead's contact, and is not kept once that has gone. That is
  /// locked, so that it does not go just now.
  private static final String TEXT =
      "(select ?::text from contacts c where c.lead_id = %s for key share)";

  private static final String ASK =
      """
      insert into returns (return_id, order_line_id, team_id, lead_id, reason, asked_by, evidence,
        state, verdict, asked_at)
      values (?, ?, ?, ?, ?, ?, %s, 'WAITING', 'OPEN', clock())
      on conflict do nothing
      """
          .formatted(TEXT.formatted("?"));

  private static final String RETURN =
      """
      select r.*, l.amount as paid, l.currency, f.headline, coalesce(d.reasons, '[]') as reasons
      from returns r join order_lines l using (order_line_id)
      join offers f on f.lead_id = r.lead_id
      left join return_rulings d on d.return_id = r.return_id and d.nr = r.rulings
      """;

  private static final String APPEAL =
      """
      update returns r set state = 'APPEALED', appeal = %s, appealed_at = clock(),
        settled_at = null
      where r.team_id = ? and r.return_id = ? and r.appealed_at is null
        and r.state in ('REFUSED', 'CREDITED')
      """
          .formatted(TEXT.formatted("r.lead_id"));

  private static final String LAST_FACTS =
      """
      select d.inputs || jsonb_build_object('refunded', jsonb_build_object(
          'minorUnits', coalesce(l.refunded, 0), 'currency', d.inputs->'paid'->>'currency')) as inputs
      from returns r join return_rulings d on d.return_id = r.return_id and d.nr = r.rulings
      left join line_returns l on l.order_line_id = r.order_line_id
      where r.return_id = ?
      """;

  private static final String RULE =
      "select * from rule_return(?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)";

  private final Database database;
  private final ReturnableSales sales;
  private final SaleFacts facts;
  private final Supplier<FieldCipher> cipher;
  private final FactsJson factsJson;
  private final ReasonsJson reasons;

  PostgresReturns(
      Database database,
      SealedContacts contacts,
      Supplier<FieldCipher> cipher,
      FactsJson factsJson,
      ReasonsJson reasons) {
    this.database = database;
    this.sales = new ReturnableSales(database);
    this.facts = new SaleFacts(database, contacts);
    this.cipher = cipher;
    this.factsJson = factsJson;
    this.reasons = reasons;
  }

  @Override
  public void lock(TeamId team) {
    database.query("select from lock_buyer(?)", Parameters.of(team.value()), _ -> true);
  }

  @Override
  public Optional<Sale> sale(TeamId team, OrderLineId line) {
    return sales.find(team, line);
  }

  @Override
  public Facts facts(Sale sale, Claim claim) {
    return facts.of(sale, claim);
  }

  @Override
  public void ask(Sale sale, Claim claim) {
    database.update(
        ASK,
        Parameters.of(
            claim.id().value(),
            sale.line().value(),
            sale.team().value(),
            sale.lead().value(),
            claim.reason().name(),
            claim.by().map(UserId::value).orElse(null),
            sealed(claim.evidence()),
            sale.lead().value()));
  }

  private @Nullable String sealed(String text) {
    return text.isEmpty() ? null : cipher.get().encrypt(text);
  }

  @Override
  public Optional<LeadReturn> find(TeamId team, ReturnId id) {
    return find(id).filter(found -> found.team().equals(team));
  }

  @Override
  public Optional<LeadReturn> find(ReturnId id) {
    return database.queryOne(
        RETURN + "where r.return_id = ?", Parameters.of(id.value()), this::leadReturn);
  }

  @Override
  public List<LeadReturn> of(TeamId team, Instant before, int limit) {
    return database.query(
        RETURN
            + "where r.team_id = ? and r.asked_at < ? order by r.asked_at desc, r.return_id limit ?",
        Parameters.of(team.value(), before.atOffset(ZoneOffset.UTC), limit),
        this::leadReturn);
  }

  @Override
  public List<LeadReturn> toJudge(int limit) {
    return database.query(
        RETURN
            + """
            where r.state in ('WAITING', 'APPEALED')
            order by coalesce(r.appealed_at, r.asked_at), r.return_id limit ?
            """,
        Parameters.of(limit),
        this::leadReturn);
  }

  @Override
  public Facts lastFacts(ReturnId id) {
    return database
        .queryOne(
            LAST_FACTS, Parameters.of(id.value()), row -> factsJson.read(row.getString("inputs")))
        .orElseThrow();
  }

  @Override
  public Settlement rule(LeadReturn asked, Ruling ruling, Facts known) {
    return database
        .query(
            RULE,
            Parameters.of(
                asked.id().value(),
                asked.rulings() + 1,
                ruling.state().name(),
                ruling.verdict().name(),
                ruling.total().minorUnits(),
                asked.reason().freesSlot(),
                factsJson.write(known),
                reasons.write(ruling.reasons()),
                ruling.judge().map(UserId::value).orElse(null),
                "Returned: " + asked.reason().text()),
            row -> settlement(row, asked.paid().currency()))
        .getFirst();
  }

  @Override
  public boolean appeal(TeamId team, ReturnId id, String why) {
    return database.update(APPEAL, Parameters.of(sealed(why), team.value(), id.value())) > 0;
  }

  @Override
  public List<ReturnRate> rates() {
    return ReturnRates.of(database);
  }

  @Override
  public List<Sale> toRecheck(int limit) {
    return sales.toRecheck(limit);
  }

  @Override
  public void rechecked(Sale sale) {
    sales.rechecked(sale);
  }

  @Override
  public void recheckLater(Sale sale) {
    sales.recheckLater(sale);
  }

  private LeadReturn leadReturn(ResultSet row) throws SQLException {
    return new ReturnRow(row, text -> cipher.get().decrypt(text), reasons).read();
  }

  private static Settlement settlement(ResultSet row, Currency currency) throws SQLException {
    HoldId hold = new HoldId(row.getObject("hold_id", UUID.class));
    return new Settlement(
        new Money(row.getLong("moved"), currency),
        row.getBoolean("freed") ? Optional.of(hold) : Optional.empty());
  }
}
