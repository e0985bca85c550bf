package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.delivery.Destination;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import com.aiqleads.marketplace.delivery.Endpoints.Agreeing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Mail addresses, whose readers have the last word: by the text that only a letter has told.
record Mailboxes(Database database, Supplier<FieldCipher> cipher) {

  private static final String ASKED_BY_TEAM =
      """
      select count(*) from endpoints
      where team_id = ? and kind = 'EMAIL' and added_at > clock() - interval '1 day'
      """;
  private static final String READER =
      """
      select team_id, secret, asked_at > clock() - ? * interval '1 second' as in_time
      from endpoints where endpoint_id = ? and kind = 'EMAIL' and removed_at is null
      """;

  /// What failed before was not their fault.
  private static final String CONFIRM =
      """
      update endpoints set off_reason = null, off_at = null, failures = 0, failing_since = null
      where endpoint_id = ? and off_reason in ('UNCONFIRMED', 'STOPPED') and removed_at is null
      """;

  /// Whoever has shown that they read there.
  record Reader(TeamId team, EndpointId endpoint, boolean isInTime) {}

  boolean isAskedTooOften(Destination destination) {
    return destination.kind() == Destination.Kind.EMAIL
        && count("select questions_to(?)", destination.address().toString())
            >= Endpoints.MOST_LETTERS;
  }

  boolean asksTooMany(TeamId team, Destination destination) {
    return destination.kind() == Destination.Kind.EMAIL
        && count(ASKED_BY_TEAM, team.value()) >= Endpoints.MOST_ASKED;
  }

  private long count(String query, Object value) {
    return database.queryOne(query, Parameters.of(value), row -> row.getLong(1)).orElseThrow();
  }

  Agreeing confirm(String proof) {
    Optional<Reader> reader = reader(proof);
    if (reader.isEmpty()) {
      return Agreeing.UNKNOWN;
    }
    if (!reader.get().isInTime()) {
      return Agreeing.TOO_LATE;
    }
    database.update(CONFIRM, Parameters.of(reader.get().endpoint().value()));
    return Agreeing.AGREED;
  }

  Optional<Reader> reader(String proof) {
    return endpoint(proof)
        .flatMap(
            endpoint ->
                database.queryOne(
                    READER,
                    Parameters.of(Endpoints.OFFER.toSeconds(), endpoint.value()),
                    row -> reader(row, endpoint, proof)))
        .flatMap(shown -> shown);
  }

  private Optional<Reader> reader(ResultSet row, EndpointId endpoint, String proof)
      throws SQLException {
    return isSame(cipher.get().decrypt(row.getString("secret")), proof)
        ? Optional.of(
            new Reader(
                new TeamId(row.getObject("team_id", UUID.class)),
                endpoint,
                row.getBoolean("in_time")))
        : Optional.empty();
  }

  private static Optional<EndpointId> endpoint(String proof) {
    int dot = proof.indexOf('.');
    try {
      return Optional.of(EndpointId.parse(proof.substring(0, Math.max(dot, 0))));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
