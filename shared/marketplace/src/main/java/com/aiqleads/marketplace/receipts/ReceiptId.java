package com.aiqleads.marketplace.receipts;

import com.aiqleads.kernel.Id;
import com.aiqleads.kernel.Ids;
import com.aiqleads.marketplace.orders.OrderId;
import java.util.UUID;

/// One paper. It is that of what it is for: an order, a payment, a movement of money.
public record ReceiptId(UUID value) implements Id {

  public static final String PREFIX = "receipt";

  public static ReceiptId of(OrderId order) {
    return new ReceiptId(order.value());
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public String toString() {
    return text();
  }

  public static ReceiptId parse(String text) {
    return Ids.parse(PREFIX, text, ReceiptId::new);
  }
}
