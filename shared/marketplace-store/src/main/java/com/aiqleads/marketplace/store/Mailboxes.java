package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;

/// Mail addresses that somebody agrees to: by the text that only a letter there has told.
record Mailboxes(Database database, Supplier<FieldCipher> cipher) {

  private static final String ASKED =
      """
      select secret from endpoints
      where endpoint_id = ? and kind = 'EMAIL' and removed_at is null
        and added_at > clock() - ? * interval '1 second'
      for update
      """;
  private static final String CONFIRM =
      """
      update endpoints set off_reason = null, off_at = null
      where endpoint_id = ? and off_reason = 'UNCONFIRMED'
      """;

  boolean confirm(String proof) {
    Optional<EndpointId> endpoint = endpoint(proof);
    return endpoint.isPresent() && confirm(endpoint.orElseThrow(), proof);
  }

  private boolean confirm(EndpointId endpoint, String proof) {
    return database.inTransaction(
        () -> {
          boolean isRight =
              database
                  .queryOne(
                      ASKED,
                      Parameters.of(endpoint.value(), Endpoints.OFFER.toSeconds()),
                      row -> row.getString(1))
                  .filter(kept -> isSame(cipher.get().decrypt(kept), proof))
                  .isPresent();
          if (isRight) {
            database.update(CONFIRM, Parameters.of(endpoint.value()));
          }
          return isRight;
        });
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
