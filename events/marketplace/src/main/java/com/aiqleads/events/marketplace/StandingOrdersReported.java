package com.aiqleads.events.marketplace;

import com.aiqleads.events.Event;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/// What the standing orders of somebody bought, found and missed is ready to be told. Says nothing
/// that leads to a seller.
///
/// @param channel instant, daily or weekly
/// @param leads bought or found, at most fifty
/// @param more how many leads are not in the list
/// @param missed how many leads came into question and were not got
@Serdeable
public record StandingOrdersReported(
    TeamId teamId,
    UserId userId,
    String channel,
    List<ReportedLead> leads,
    int more,
    int missed,
    Instant reportedAt)
    implements Event {

  /// One lead that an order bought or found.
  ///
  /// @param standingOrder what its team calls it
  /// @param bought or else only found
  @Serdeable
  public record ReportedLead(
      String standingOrder, LeadId leadId, String headline, boolean bought, Money price) {}
}
