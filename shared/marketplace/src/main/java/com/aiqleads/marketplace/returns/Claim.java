package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.util.Optional;

/// That a bought lead is to be given back.
///
/// @param by nobody, if we found out ourselves
/// @param evidence what the buyer says; it may name the seller, so its text form hides it
public record Claim(OrderLineId line, ReturnReason reason, Optional<UserId> by, String evidence) {

  public static final int MOST_EVIDENCE = 4_000;

  public Claim {
    evidence = evidence.strip();
    if (evidence.length() > MOST_EVIDENCE) {
      throw new IllegalArgumentException("more evidence than anybody reads");
    }
  }

  /// What we find out ourselves.
  public static Claim recall(OrderLineId line, ReturnReason reason) {
    return new Claim(line, reason, Optional.empty(), "");
  }

  public ReturnId id() {
    return ReturnId.of(line, reason);
  }

  @Override
  public String toString() {
    return "Claim[" + line + ", " + reason + "]";
  }
}
