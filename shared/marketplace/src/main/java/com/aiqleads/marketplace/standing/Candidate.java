package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.holds.SaleMode;
import java.time.Instant;
import java.util.Comparator;

/// A standing order that wants to buy a lead, with all that decides whether it comes first.
///
/// @param earned 0 to 100: of what its team holds, how much it buys
/// @param spendable what was in the team's wallet
/// @param owned whether the team had the lead
/// @param early whether the lead was not open to the team's plan yet
public record Candidate(
    StandingOrderId order,
    long version,
    TeamId team,
    SaleMode mode,
    Money limit,
    int earned,
    Instant since,
    Money spendable,
    boolean owned,
    boolean early) {

  /// Price, then earned priority, then time; ids, so that it is one order whatever they came in.
  static final Comparator<Candidate> FIRST =
      Comparator.comparing(Candidate::limit)
          .reversed()
          .thenComparing(Comparator.comparingInt(Candidate::earned).reversed())
          .thenComparing(Candidate::since)
          .thenComparing(candidate -> candidate.order().text());
}
