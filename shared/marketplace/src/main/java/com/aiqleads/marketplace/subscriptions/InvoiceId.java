package com.aiqleads.marketplace.subscriptions;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import java.util.UUID;

/// One invoice.
public record InvoiceId(UUID value) implements Id {

  public static final String PREFIX = "invoice";

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static InvoiceId parse(String text) {
    return Ids.parse(PREFIX, text, InvoiceId::new);
  }
}
