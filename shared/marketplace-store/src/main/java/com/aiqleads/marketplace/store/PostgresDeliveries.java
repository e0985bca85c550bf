package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.delivery.Attempt;
import com.aiqleads.marketplace.delivery.Deliveries;
import com.aiqleads.marketplace.delivery.Delivery;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.DeliveryState;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Parcel;
import com.aiqleads.marketplace.orders.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Who takes a delivery has it for a minute; what is written down of it later counts for nothing.
final class PostgresDeliveries implements Deliveries {
  private static final String OF_TEAM =
      """
      select d.*, l.lead_id
      from deliveries d
      join endpoints e using (endpoint_id)
      left join order_lines l using (order_line_id)
      where e.team_id = ? and d.created_at < ?
      order by d.created_at desc, d.delivery_id limit ?
      """;
  private static final String AGAIN =
      """
      update deliveries d
      set state = 'DUE', due_at = clock(), attempts = 0, ended_at = null, called_until = null,
        lost_at = null
      from endpoints e
      where e.endpoint_id = d.endpoint_id and e.team_id = ? and d.delivery_id = ?
        and e.removed_at is null and e.off_at is null
        and not exists (
          select from returns r where r.order_line_id = d.order_line_id
            and r.reason = 'UNDELIVERED' and r.state = 'CREDITED')
      """;
  private static final String LOCK = "select lock_buyer(?)";

  /// Where nothing is delivered any more: what was to go there is tried for as long as elsewhere.
  private static final String STRANDED =
      """
      update deliveries d
      set state = 'GIVEN_UP', answer = coalesce(d.answer, 'Deliveries there were turned off.'),
        ended_at = clock(), taken_until = null, called_until = null,
        reached = d.reached or d.taken_until is not null,
        lost_at = case when not (d.reached or d.taken_until is not null) then clock() end
      where d.delivery_id in (
        select d.delivery_id from deliveries d join endpoints e using (endpoint_id)
        where d.state = 'DUE' and e.removed_at is null
          and e.off_at <= clock() - ? * interval '1 second'
        limit ? for update of d skip locked)
      """;

  private static final String FALL_DUE =
      """
      update deliveries set called_until = clock() + interval '2 minutes'
      where delivery_id in (
        select d.delivery_id from deliveries d join endpoints e using (endpoint_id)
        where d.state = 'DUE' and d.due_at <= clock()
          and (d.called_until is null or d.called_until <= clock())
          and (e.off_at is null or (e.off_reason = 'UNCONFIRMED' and d.order_line_id is null))
          and e.removed_at is null
        order by d.due_at limit ? for update of d skip locked)
      returning delivery_id
      """;
  private static final String CALL =
      """
      update deliveries d set called_until = clock() + interval '2 minutes'
      from order_lines l
      where l.order_id = ? and d.order_line_id = l.order_line_id
        and d.state = 'DUE' and d.called_until is null
      returning d.delivery_id
      """;
  private static final String TAKE =
      """
      with taken as (
        update deliveries d
        set taken_until = clock() + interval '1 minute', turn = turn + 1,
          -- Whoever had it before us has not written down what came of it.
          reached = d.reached or d.taken_until is not null
        from endpoints e
        where d.delivery_id = ? and e.endpoint_id = d.endpoint_id
          and d.state = 'DUE' and d.due_at <= clock()
          and (d.taken_until is null or d.taken_until <= clock())
          and (e.off_at is null or (e.off_reason = 'UNCONFIRMED' and d.order_line_id is null))
          and e.removed_at is null
        returning d.delivery_id, d.order_line_id, d.turn, d.attempts, e.team_id, e.kind,
          e.off_reason is null as confirmed,
          e.address, e.secret, case when e.earlier_until > clock() then e.earlier_secret end as earlier_secret)
      select t.*, l.order_id, l.lead_id, l.exclusive, l.amount, l.currency, o.placed_at
      from taken t
      left join order_lines l using (order_line_id)
      left join orders o using (order_id)
      """;
  private final Database database;
  private final ParcelRow parcels;
  private final DeliveryTries tries;
  private final DeliveryTests tests;

  PostgresDeliveries(Database database, Supplier<FieldCipher> cipher) {
    this.database = database;
    this.parcels = new ParcelRow(cipher);
    this.tries = new DeliveryTries(database);
    this.tests = new DeliveryTests(database);
  }

  @Override
  public List<Delivery> of(TeamId team, Instant before, int limit) {
    return database.query(
        OF_TEAM,
        Parameters.of(team.value(), before.atOffset(ZoneOffset.UTC), limit),
        PostgresDeliveries::delivery);
  }

  @Override
  public Testing test(TeamId team, EndpointId endpoint, DeliveryId id) {
    return tests.test(team, endpoint, id);
  }

  @Override
  public boolean again(TeamId team, DeliveryId id) {
    return database.inTransaction(
        () -> {
          // Behind what is being given back: a lead is sent or credited, never both.
          database.query(LOCK, Parameters.of(team.value()), _ -> true);
          return database.update(AGAIN, Parameters.of(team.value(), id.value())) > 0;
        });
  }

  @Override
  public List<DeliveryId> fallDue(int limit) {
    database.update(STRANDED, Parameters.of(Attempt.LONGEST.toSeconds(), limit));
    return database.query(FALL_DUE, Parameters.of(limit), PostgresDeliveries::id);
  }

  @Override
  public List<DeliveryId> call(OrderId order) {
    return database.query(CALL, Parameters.of(order.value()), PostgresDeliveries::id);
  }

  @Override
  public Optional<Parcel> take(DeliveryId id) {
    return database.queryOne(TAKE, Parameters.of(id.value()), parcels::parcel);
  }

  @Override
  public void tried(Parcel parcel, Attempt attempt) {
    tries.tried(parcel, attempt);
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
    Instant dueAt = instant(row, "due_at");
    return new Delivery(
        id(row),
        new EndpointId(row.getObject("endpoint_id", UUID.class)),
        Optional.ofNullable(row.getObject("lead_id", UUID.class)).map(LeadId::new),
        state,
        row.getInt("attempts"),
        instant(row, "created_at"),
        state == DeliveryState.DUE ? Optional.of(dueAt) : Optional.empty(),
        Optional.ofNullable(row.getString("answer")));
  }

  static DeliveryId id(ResultSet row) throws SQLException {
    return new DeliveryId(row.getObject("delivery_id", UUID.class));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class)).toInstant();
  }
}
