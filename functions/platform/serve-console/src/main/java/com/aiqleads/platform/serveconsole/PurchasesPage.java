package com.aiqleads.platform.serveconsole;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the team has bought.
///
/// @param next the address of the next page
public record PurchasesPage(List<Purchase> purchases, @Nullable String next) {

  public record Purchase(String at, String total, List<Lead> leads) {

    public Purchase {
      leads = List.copyOf(leads);
    }
  }

  public record Lead(String id, String headline, String mode, String price) {}

  public PurchasesPage {
    purchases = List.copyOf(purchases);
  }
}
