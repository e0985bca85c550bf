package com.aiqleads.marketplace.pricing.simulation;

import java.util.IdentityHashMap;

/// Knows what buyers would pay and how many will come, and so the price at which waiting for a
/// better one is worth exactly as much: for what is worth m on average, that is m above what the
/// last slot is worth later, within the same floor and ceiling. Of a shock it knows as soon as it
/// has come.
final class Oracle implements Seller {
  private final int shockAt;
  private final IdentityHashMap<KnownLead, double[][]> before = new IdentityHashMap<>();
  private final IdentityHashMap<KnownLead, double[][]> after = new IdentityHashMap<>();

  Oracle(int shockAt) {
    this.shockAt = shockAt;
  }

  @Override
  public void hour(int hour, Iterable<OnSale> leads) {}

  @Override
  public void looked(OnSale lead, int hour, boolean bought) {}

  @Override
  public double price(OnSale lead, int hour) {
    boolean shocked = hour >= shockAt;
    KnownLead known = lead.lead();
    double[][] values =
        (shocked ? after : before).computeIfAbsent(known, each -> values(each, shocked));
    int age = hour - known.bornAt();
    int left = KnownLead.SLOTS - lead.sold();
    return price(known, hour, shocked, values[age + 1], left);
  }

  private static double price(KnownLead lead, int hour, boolean shocked, double[] later, int left) {
    double price = lead.place().meanWorth(lead, hour, shocked) + later[left] - later[left - 1];
    return Math.clamp(price, KnownMarket.CHEAPEST, KnownMarket.DEAREST);
  }

  /// What so many slots are worth from an hour on, from the last hour backwards.
  private static double[][] values(KnownLead lead, boolean shocked) {
    double[][] values = new double[KnownLead.LIFE_HOURS + 1][KnownLead.SLOTS + 1];
    double comes = lead.place().looksPerHour(shocked);
    for (int age = KnownLead.LIFE_HOURS - 1; age >= 0; age--) {
      int hour = lead.bornAt() + age;
      double mean = lead.place().meanWorth(lead, hour, shocked);
      for (int left = 1; left <= KnownLead.SLOTS; left++) {
        double[] later = values[age + 1];
        double price = price(lead, hour, shocked, later, left);
        double sells = comes * Math.exp(-price / mean);
        values[age][left] = later[left] + sells * (price + later[left - 1] - later[left]);
      }
    }
    return values;
  }
}
