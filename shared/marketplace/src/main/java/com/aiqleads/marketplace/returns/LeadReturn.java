package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A bought lead that is given back, and what has become of that.
///
/// @param asked whether somebody of the team did, or we found out ourselves
/// @param evidence empty if there was none, or it is not kept any more; so is the appeal
/// @param credited what came back into the wallet by it
/// @param rulings how often it was decided
public record LeadReturn(
    ReturnId id,
    OrderLineId line,
    TeamId team,
    LeadId lead,
    String headline,
    ReturnReason reason,
    boolean asked,
    String evidence,
    String appeal,
    ReturnState state,
    Verdict verdict,
    Money paid,
    Money credited,
    List<Reason> reasons,
    int rulings,
    Instant askedAt,
    Optional<Instant> settledAt,
    boolean appealed) {

  public LeadReturn {
    reasons = List.copyOf(reasons);
  }

  /// One appeal, against what a machine decided: a person's word is the last.
  public boolean isAppealable() {
    return !appealed
        && asked
        && verdict != Verdict.JUDGED
        && (state == ReturnState.REFUSED
            || (state == ReturnState.CREDITED && credited.compareTo(paid) < 0));
  }

  public boolean isToBeJudged() {
    return state == ReturnState.WAITING || state == ReturnState.APPEALED;
  }

  @Override
  public String toString() {
    return id + " " + state;
  }
}
