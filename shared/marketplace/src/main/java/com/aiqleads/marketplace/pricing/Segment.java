package com.aiqleads.marketplace.pricing;

import com.aiqleads.marketplace.Lead;

/// Leads that buyers would take one for another: of one type in one market.
public record Segment(String market, String type) {

  public static Segment of(Lead lead) {
    return new Segment(lead.market(), lead.property().type());
  }
}
