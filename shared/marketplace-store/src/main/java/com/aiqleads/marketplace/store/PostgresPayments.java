package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.payments.CardOnFile;
import com.aiqleads.marketplace.payments.GatewayAnswer;
import com.aiqleads.marketplace.payments.GatewayFact;
import com.aiqleads.marketplace.payments.GatewayMessage;
import com.aiqleads.marketplace.payments.Hearing;
import com.aiqleads.marketplace.payments.Payment;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.PaymentState;
import com.aiqleads.marketplace.payments.Payments;
import com.aiqleads.marketplace.payments.TopUp;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a fact leads to is one call of a function of the database: one transaction.
final class PostgresPayments implements Payments {

  /// A little more than the least that the gateway's pages are open.
  private static final Duration PAGE_TIME = Duration.ofHours(1);

  private static final String START =
      "select start_payment(?, ?, ?, ?, ?, ? * interval '1 millisecond')";
  private static final String HEAR = "select hear_gateway(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String HEAR_REFUND =
      "select hear_refund(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String READ_UNTIL =
      """
      select coalesce((select read_until from gateway_reads), clock() - interval '30 days')
      """;
  private static final String READ =
      """
      insert into gateway_reads (read_until) values (?)
      on conflict (one) do update
        set read_until = greatest(gateway_reads.read_until, excluded.read_until)
      """;
  private static final String TO_ASK = "select * from payments_to_ask(?)";
  private static final String FIND = "select * from payments where team_id = ? and payment_id = ?";
  private static final String NEWEST =
      """
      select * from payments where team_id = ? and purpose = 'TOP_UP'
      order by created_at desc, payment_id limit ?
      """;

  private static final Logger LOG = LoggerFactory.getLogger(PostgresPayments.class);

  private final Database database;

  PostgresPayments(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Payment> start(TeamId team, TopUp topUp) {
    String outcome =
        one(
            START,
            team.value(),
            topUp.id().value(),
            topUp.buyer().value(),
            topUp.amount().minorUnits(),
            topUp.amount().currency().getCurrencyCode(),
            PAGE_TIME.toMillis());
    return outcome.equals("ID_REUSED") ? Optional.empty() : find(team, topUp.id());
  }

  private String one(String sql, Object... values) {
    return database.query(sql, Parameters.of(values), row -> row.getString(1)).getFirst();
  }

  @Override
  public List<Payment> of(TeamId team, int limit) {
    return database.query(NEWEST, Parameters.of(team.value(), limit), PostgresPayments::payment);
  }

  @Override
  public Optional<Payment> find(TeamId team, PaymentId payment) {
    return database.queryOne(
        FIND, Parameters.of(team.value(), payment.value()), PostgresPayments::payment);
  }

  @Override
  public Instant heardUntil() {
    return database
        .query(READ_UNTIL, Parameters.of(), row -> row.getObject(1, OffsetDateTime.class))
        .getFirst()
        .toInstant();
  }

  @Override
  public void heardUntil(Instant until) {
    database.update(READ, Parameters.of(until.atOffset(ZoneOffset.UTC)));
  }

  @Override
  public List<Payment> toAsk(int limit) {
    return database.query(TO_ASK, Parameters.of(limit), PostgresPayments::payment);
  }

  @Override
  public Hearing answered(Payment payment, GatewayAnswer answer) {
    Hearing hearing = heard(GatewayRow.of(payment.id(), answer));
    if (hearing == Hearing.WRONG_AMOUNT) {
      LOG.atError()
          .addKeyValue("payment", payment.id().text())
          .addKeyValue("outcome", hearing)
          .log("another sum was paid than was asked for");
    }
    return hearing;
  }

  @Override
  public Hearing heard(GatewayMessage message) {
    return message.fact() instanceof GatewayFact.Nothing
        ? Hearing.NOT_OURS
        : heard(GatewayRow.of(message));
  }

  private Hearing heard(GatewayRow row) {
    return database
        .query(
            row.isOfRefund() ? HEAR_REFUND : HEAR,
            row.parameters(),
            answer -> Hearing.valueOf(answer.getString(1)))
        .getFirst();
  }

  static Payment payment(ResultSet row) throws SQLException {
    return new Payment(
        new PaymentId(row.getObject("payment_id", UUID.class)),
        new TeamId(row.getObject("team_id", UUID.class)),
        Payment.Purpose.valueOf(row.getString("purpose")),
        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
        PaymentState.valueOf(row.getString("state")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("page_until", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getString("session")),
        Optional.ofNullable(row.getString("intent")),
        Optional.ofNullable(row.getString("page")).map(URI::create),
        Optional.ofNullable(row.getString("reason")),
        card(row.getString("customer"), row.getString("method")));
  }

  private static Optional<CardOnFile> card(@Nullable String customer, @Nullable String method) {
    return customer == null || method == null
        ? Optional.empty()
        : Optional.of(new CardOnFile(customer, method));
  }
}
