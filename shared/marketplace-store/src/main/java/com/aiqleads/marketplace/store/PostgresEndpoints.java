package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.Endpoint;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// A team's endpoints change behind the lock of its row, so that it never has too many.
final class PostgresEndpoints implements Endpoints {
  private static final String OF_TEAM =
      """
      select endpoint_id, kind, address, added_at, off_reason, off_at
      from endpoints where team_id = ? and removed_at is null order by added_at, endpoint_id
      """;
  private static final String ADD =
      """
      insert into endpoints
        (endpoint_id, team_id, kind, address, secret, added_at, off_reason, off_at, asked_at)
      select ?, ?, k, ?, ?, clock(), case when k = 'EMAIL' then 'UNCONFIRMED' end,
        case when k = 'EMAIL' then clock() end, case when k = 'EMAIL' then clock() end
      from (select ?::text as k) as kinds
      """;
  private static final String ROTATE =
      """
      update endpoints
      set earlier_secret = case when kind = 'WEBHOOK' then secret end,
        earlier_until = case when kind = 'WEBHOOK' then clock() + ? * interval '1 second' end,
        secret = ?
      where team_id = ? and endpoint_id = ? and kind = ? and address = ? and removed_at is null
      """;
  private static final String LOCK =
      """
      select from deliveries d join endpoints e using (endpoint_id)
      where e.team_id = ? and d.endpoint_id = ? and d.state = 'DUE'
      order by d.delivery_id for update of d
      """;
  private static final String TURN_ON =
      """
      update endpoints
      set off_reason = null, off_at = null, failures = 0, failing_since = null
      where team_id = ? and endpoint_id = ? and removed_at is null
        and coalesce(off_reason, '') not in ('UNCONFIRMED', 'STOPPED')
      """;
  private static final String STOP =
      """
      update endpoints
      set off_at = case when off_reason = 'STOPPED' then off_at else clock() end,
        off_reason = 'STOPPED', failures = 0, failing_since = null
      where team_id = ? and endpoint_id = ? and removed_at is null
      """;
  private static final String FALL_DUE =
      """
      update deliveries set due_at = clock(), attempts = 0, called_until = null
      where endpoint_id = ? and state = 'DUE'
      """;
  private static final String REMOVE =
      """
      update endpoints set removed_at = clock(), secret = '', earlier_secret = null,
        -- Whose it was is nobody's business any more.
        address = case when kind = 'EMAIL' then 'mailto:removed@aiqleads.invalid' else address end
      where team_id = ? and endpoint_id = ? and removed_at is null
      """;
  private static final String GIVE_UP =
      """
      update deliveries
      set state = 'GIVEN_UP', ended_at = clock(), answer = '%s'
      where endpoint_id = ? and state = 'DUE'
      """;

  private final Database database;
  private final Mailboxes mailboxes;
  private final Supplier<FieldCipher> cipher;

  PostgresEndpoints(Database database, Supplier<FieldCipher> cipher) {
    this.database = database;
    this.cipher = cipher;
    this.mailboxes = new Mailboxes(database, cipher);
  }

  @Override
  public Adding add(TeamId team, EndpointId id, Destination destination) {
    return database.inTransaction(
        () -> {
          database.query("select from lock_buyer(?)", Parameters.of(team.value()), _ -> true);
          List<Endpoint> present = of(team);
          String address = destination.address().toString();
          if (present.stream().anyMatch(it -> it.address().toString().equals(address))) {
            return Adding.KNOWN;
          }
          if (present.size() >= Endpoint.MOST || mailboxes.asksTooMany(team, destination)) {
            return Adding.TOO_MANY;
          }
          if (mailboxes.isAskedTooOften(destination)) {
            return Adding.ASKED_TOO_OFTEN;
          }
          database.update(
              ADD,
              Parameters.of(
                  id.value(),
                  team.value(),
                  address,
                  sealed(destination),
                  destination.kind().name()));
          return Adding.ADDED;
        });
  }

  @Override
  public Agreeing confirm(String proof) {
    return mailboxes.confirm(proof);
  }

  @Override
  public boolean stop(String proof) {
    String follow = GIVE_UP.formatted("Whoever reads there wants no more of it.");
    return mailboxes
        .reader(proof)
        .filter(reader -> changed(STOP, follow, reader.team(), reader.endpoint()))
        .isPresent();
  }

  @Override
  public List<Endpoint> of(TeamId team) {
    return database.query(OF_TEAM, Parameters.of(team.value()), PostgresEndpoints::endpoint);
  }

  @Override
  public boolean remove(TeamId team, EndpointId id) {
    return changed(REMOVE, GIVE_UP.formatted("The address was removed."), team, id);
  }

  @Override
  public boolean rotate(TeamId team, EndpointId id, Destination renewed) {
    return database.update(
            ROTATE,
            Parameters.of(
                GRACE.toSeconds(),
                sealed(renewed),
                team.value(),
                id.value(),
                renewed.kind().name(),
                renewed.address().toString()))
        > 0;
  }

  private String sealed(Destination destination) {
    return cipher.get().encrypt(DestinationText.of(destination));
  }

  @Override
  public boolean turnOn(TeamId team, EndpointId id) {
    return changed(TURN_ON, FALL_DUE, team, id);
  }

  /// The endpoint, and what is on its way there: locked first, as by whoever delivers it.
  private boolean changed(String change, String follow, TeamId team, EndpointId id) {
    return database.inTransaction(
        () -> {
          database.query(LOCK, Parameters.of(team.value(), id.value()), _ -> true);
          boolean isTheirs = database.update(change, Parameters.of(team.value(), id.value())) > 0;
          if (isTheirs) {
            database.update(follow, Parameters.of(id.value()));
          }
          return isTheirs;
        });
  }

  private static Endpoint endpoint(ResultSet row) throws SQLException {
    Optional<String> reason = Optional.ofNullable(row.getString("off_reason"));
    Optional<OffsetDateTime> offAt =
        Optional.ofNullable(row.getObject("off_at", OffsetDateTime.class));
    return new Endpoint(
        new EndpointId(row.getObject("endpoint_id", UUID.class)),
        Destination.Kind.valueOf(row.getString("kind")),
        URI.create(row.getString("address")),
        row.getObject("added_at", OffsetDateTime.class).toInstant(),
        reason.map(
            text ->
                new Endpoint.Off(Endpoint.Reason.valueOf(text), offAt.orElseThrow().toInstant())));
  }
}
