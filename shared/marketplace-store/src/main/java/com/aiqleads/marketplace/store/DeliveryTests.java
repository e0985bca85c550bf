package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.delivery.Deliveries.Testing;
import com.aiqleads.marketplace.delivery.DeliveryId;
import com.aiqleads.marketplace.delivery.EndpointId;
import com.aiqleads.marketplace.delivery.Endpoints;
import java.util.Optional;

/// Deliveries of nothing, which try the way. To a mail address that nobody has agreed to, such a
/// one is the letter that asks.
record DeliveryTests(Database database) {

  private static final String ENDPOINT =
      """
      select address, off_at is not null as unconfirmed from endpoints
      where team_id = ? and endpoint_id = ? and removed_at is null
        and (off_at is null or off_reason = 'UNCONFIRMED')
      """;
  private static final String ASKED =
      "update endpoints set asked_at = clock() where endpoint_id = ?";
  private static final String TEST =
      """
      insert into deliveries (delivery_id, endpoint_id, due_at, created_at)
      values (?, ?, clock(), clock())
      on conflict (delivery_id) do nothing
      """;

  private record Tested(String address, boolean isUnconfirmed) {}

  Testing test(TeamId team, EndpointId endpoint, DeliveryId id) {
    return database.inTransaction(
        () -> {
          Optional<Tested> tested =
              database.queryOne(
                  ENDPOINT,
                  Parameters.of(team.value(), endpoint.value()),
                  row -> new Tested(row.getString("address"), row.getBoolean("unconfirmed")));
          if (tested.isEmpty()) {
            return Testing.UNKNOWN;
          }
          if (tested.get().isUnconfirmed() && !mayAsk(endpoint, tested.get().address())) {
            return Testing.ASKED_TOO_OFTEN;
          }
          database.update(TEST, Parameters.of(id.value(), endpoint.value()));
          return Testing.CALLED;
        });
  }

  /// The link of the letter is good from now on.
  private boolean mayAsk(EndpointId endpoint, String address) {
    boolean isFew =
        database
            .queryOne(
                "select ask_reader(?, ?)",
                Parameters.of(address, Endpoints.MOST_LETTERS),
                row -> row.getBoolean(1))
            .orElseThrow();
    if (isFew) {
      database.update(ASKED, Parameters.of(endpoint.value()));
    }
    return isFew;
  }
}
