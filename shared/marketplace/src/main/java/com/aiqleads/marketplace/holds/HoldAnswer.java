package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import java.time.Instant;
import java.util.Optional;

/// What became of one wish.
public sealed interface HoldAnswer {

  LeadId lead();

  record Held(Hold hold) implements HoldAnswer {
    @Override
    public LeadId lead() {
      return hold.lead();
    }
  }

  /// Held before, by the same team in the same mode: nothing has changed.
  record HeldBefore(Hold hold) implements HoldAnswer {
    @Override
    public LeadId lead() {
      return hold.lead();
    }
  }

  /// Unknown, withdrawn, or not on sale yet.
  record NotOnSale(LeadId lead) implements HoldAnswer {}

  /// For good, as far as this sale mode goes.
  record SoldOut(LeadId lead) implements HoldAnswer {}

  /// By others, at least until then; unknown while somebody is just taking the last of it.
  record AllHeld(LeadId lead, Optional<Instant> freeAt) implements HoldAnswer {}

  record AlreadyOwned(LeadId lead) implements HoldAnswer {}

  /// The team holds it, in the other mode.
  record HeldOtherwise(LeadId lead) implements HoldAnswer {}

  record PriceChanged(LeadId lead, Money price) implements HoldAnswer {}

  record OverLimit(LeadId lead, Span span) implements HoldAnswer {}

  /// More than the plan allows at a time.
  record TooManyHolds(LeadId lead) implements HoldAnswer {}

  /// The team has let a hold of this lead go.
  record CoolingDown(LeadId lead, Instant freeAt) implements HoldAnswer {}

  /// Newly on sale: plans with early access come first.
  record Early(LeadId lead, Instant opensAt) implements HoldAnswer {}

  /// It could be held, but not all that were wanted with it.
  record OthersRefused(LeadId lead) implements HoldAnswer {}
}
