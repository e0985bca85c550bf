package com.aiqleads.marketplace.holds;

import com.aiqleads.kernel.LeadId;
import java.util.List;
import java.util.Optional;

/// Leads wanted together.
///
/// @param allOrNone to hold none of them if one cannot be held
public record Wishes(List<Wish> wishes, SaleMode mode, boolean allOrNone) {

  public static final int MOST = 100;

  public Wishes {
    wishes = List.copyOf(wishes);
    if (wishes.isEmpty() || wishes.size() > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " leads, not " + wishes.size());
    }
    if (leads(wishes).stream().distinct().count() < wishes.size()) {
      throw new IllegalArgumentException("a lead is wanted twice");
    }
  }

  public static Wishes of(LeadId lead, SaleMode mode) {
    return new Wishes(List.of(new Wish(lead, Optional.empty())), mode, true);
  }

  public List<LeadId> leads() {
    return leads(wishes);
  }

  private static List<LeadId> leads(List<Wish> wishes) {
    return wishes.stream().map(Wish::lead).toList();
  }
}
