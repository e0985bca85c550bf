package com.aiqleads.marketplace.pricing.simulation;

import com.aiqleads.marketplace.pricing.simulation.KnownLead.Look;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Lets the same buyers meet the prices of one seller or another.
final class Simulation {

  private Simulation() {}

  /// What the seller takes from this hour on.
  static double revenue(KnownMarket market, Seller seller, int from) {
    List<KnownLead> coming =
        new ArrayList<>(
            market.leads().stream().sorted(Comparator.comparingInt(KnownLead::bornAt)).toList());
    List<OnSale> onSale = new ArrayList<>();
    double revenue = 0;
    int next = 0;
    for (int hour = 0; hour < market.end(); hour++) {
      for (; next < coming.size() && coming.get(next).bornAt() <= hour; next++) {
        onSale.add(new OnSale(coming.get(next)));
      }
      int now = hour;
      onSale.removeIf(lead -> lead.sold() == KnownLead.SLOTS || lead.lead().goneAt() <= now);
      seller.hour(hour, onSale);
      for (OnSale lead : onSale) {
        double taken = meet(market, seller, lead, hour);
        revenue += hour >= from ? taken : 0;
      }
    }
    return revenue;
  }

  private static double meet(KnownMarket market, Seller seller, OnSale lead, int hour) {
    double revenue = 0;
    for (Look look : lead.lead().looks()) {
      if (look.hour() == hour && lead.sold() < KnownLead.SLOTS) {
        double mean = lead.lead().place().meanWorth(lead.lead(), hour, hour >= market.shockAt());
        double price = seller.price(lead, hour);
        boolean buys = look.share() * mean >= price;
        if (buys) {
          lead.sell(hour);
          revenue += price;
        }
        seller.looked(lead, hour, buys);
      }
    }
    return revenue;
  }
}
