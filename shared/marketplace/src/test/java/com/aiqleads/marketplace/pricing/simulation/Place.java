package com.aiqleads.marketplace.pricing.simulation;

/// One kind of lead in one place, and what its buyers would pay: on average so much for a fresh one
/// of middling quality, so many of them a day looking at each. A shock changes both.
record Place(
    String source,
    String type,
    String state,
    double worth,
    double looksPerDay,
    double worthAfterShock,
    double looksAfterShock) {

  /// What a lead is worth falls by two thirds every ten days.
  private static final double DAYS_TO_A_THIRD = 10;

  /// What its buyers would pay on average.
  double meanWorth(KnownLead lead, int hour, boolean shocked) {
    double days = (hour - lead.bornAt()) / 24.0;
    return (shocked ? worthAfterShock : worth)
        * lead.qualityFactor()
        * Math.exp(-days / DAYS_TO_A_THIRD);
  }

  double looksPerHour(boolean shocked) {
    return (shocked ? looksAfterShock : looksPerDay) / 24;
  }
}
