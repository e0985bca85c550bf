package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.Money;
import java.util.Optional;

/// How many leads a team lets itself take in a span, and for how much. What it holds counts as what
/// it has bought.
public record Limit(Span span, Optional<Integer> maxLeads, Optional<Money> maxAmount) {

  public Limit {
    if (maxLeads.isEmpty() && maxAmount.isEmpty()) {
      throw new IllegalArgumentException("the limit of a " + span.text() + " limits nothing");
    }
    if (maxLeads.orElse(0) < 0 || maxAmount.filter(Money::isNegative).isPresent()) {
      throw new IllegalArgumentException("the limit of a " + span.text() + " is negative");
    }
  }
}
