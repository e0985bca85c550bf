package com.aiqleads.marketplace.pricing.simulation;

/// A lead on sale with one seller, who may remember a price.
final class OnSale {
  private final KnownLead lead;
  private int sold;
  private int wantedAt;

  OnSale(KnownLead lead) {
    this.lead = lead;
    this.wantedAt = lead.bornAt();
  }

  KnownLead lead() {
    return lead;
  }

  int sold() {
    return sold;
  }

  int wantedAt() {
    return wantedAt;
  }

  void sell(int hour) {
    sold++;
    wantedAt = hour;
  }
}
