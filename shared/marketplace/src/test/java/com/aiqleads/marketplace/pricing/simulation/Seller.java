package com.aiqleads.marketplace.pricing.simulation;

/// Whoever names the prices, hour by hour.
interface Seller {

  /// An hour begins; these leads are on sale.
  void hour(int hour, Iterable<OnSale> leads);

  /// For whoever looks at it in this hour.
  double price(OnSale lead, int hour);

  /// Somebody has looked at it, and perhaps bought.
  void looked(OnSale lead, int hour, boolean bought);
}
