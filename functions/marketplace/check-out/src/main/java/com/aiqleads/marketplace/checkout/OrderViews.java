package com.aiqleads.marketplace.checkout;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.orders.BoughtLead;
import com.aiqleads.marketplace.orders.Order;
import com.aiqleads.marketplace.receipts.ReceiptId;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told about orders. Who to call is told by the leads themselves.
final class OrderViews {

  private OrderViews() {}

  @Serdeable
  record PaidView(String id, Money total, Instant at) {}

  @Serdeable
  record BoughtLeadView(
      String id,
      LeadId lead,
      @Schema(allowableValues = {"shared", "exclusive"}) String mode,
      Money price,
      String headline) {

    static BoughtLeadView of(BoughtLead lead) {
      return new BoughtLeadView(
          lead.id().text(), lead.lead(), lead.mode().text(), lead.price(), lead.headline());
    }
  }

  @Serdeable
  record OrderView(
      String id,
      UserId buyer,
      Money total,
      Instant at,
      List<BoughtLeadView> leads,
      @Schema(description = "Its id in `GET /receipts/{id}`; there within two minutes.")
          String receipt) {

    static OrderView of(Order order) {
      return new OrderView(
          order.id().text(),
          order.buyer(),
          order.amount(),
          order.at(),
          order.leads().stream().map(BoughtLeadView::of).toList(),
          ReceiptId.of(order.id()).text());
    }
  }

  @Serdeable
  record OrdersView(
      List<OrderView> orders,
      @Nullable @Schema(description = "`before` of the next page, if there may be one.")
          Instant next) {

    static OrdersView of(List<Order> orders, int limit) {
      return new OrdersView(
          orders.stream().map(OrderView::of).toList(),
          orders.size() < limit ? null : orders.getLast().at());
    }
  }
}
