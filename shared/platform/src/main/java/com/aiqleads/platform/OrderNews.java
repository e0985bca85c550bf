package com.aiqleads.platform;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import java.util.List;

/// What one letter says about standing orders: nothing that leads to a seller.
///
/// @param more how many leads are in no list
/// @param missed how many were not got
public record OrderNews(List<Line> bought, List<Line> found, int more, int missed) {

  public OrderNews {
    bought = List.copyOf(bought);
    found = List.copyOf(found);
  }

  /// One lead.
  ///
  /// @param order what its team calls the standing order
  public record Line(String order, LeadId lead, String headline, Money price) {}

  String subject() {
    if (!bought.isEmpty()) {
      return "Your standing orders bought " + leads(bought.size());
    }
    return found.isEmpty()
        ? "Your standing orders missed " + leads(missed)
        : "Your standing orders found " + leads(found.size());
  }

  private static String leads(int count) {
    return count == 1 ? "a lead" : count + " leads";
  }
}
