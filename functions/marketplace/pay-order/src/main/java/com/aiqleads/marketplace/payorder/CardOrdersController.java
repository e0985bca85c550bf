package com.aiqleads.marketplace.payorder;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.orders.CardOrders;
import com.aiqleads.marketplace.orders.OrderDesk;
import com.aiqleads.marketplace.orders.Preparation;
import com.aiqleads.marketplace.orders.Purchase;
import com.aiqleads.marketplace.payments.PaymentGateway;
import com.aiqleads.marketplace.payments.PaymentId;
import com.aiqleads.marketplace.payments.Payments;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Locale;

@Controller("/card-orders")
@Tag(name = "Buying")
final class CardOrdersController {

  private final CardOrders orders;
  private final Payments payments;
  private final PaymentGateway gateway;
  private final InstantSource clock;

  CardOrdersController(
      CardOrders orders, Payments payments, PaymentGateway gateway, InstantSource clock) {
    this.orders = orders;
    this.payments = payments;
    this.gateway = gateway;
    this.clock = clock;
  }

  @Post
  @Operation(
      summary = "Buy what is held by card",
      description =
          "Answers with the page on which to pay. What is held stays held as long as that page can"
              + " be paid, and a little longer. The leads are your team's once `state` is `paid`;"
              + " if one of them cannot be had any more, all of the money goes back to the card."
              + " The same holds again are the same order and the same page, until it has failed.")
  CardOrderView pay(@Parameter(hidden = true) Caller caller, @Body CardOrderRequest body) {
    if (!gateway.isOpen()) {
      throw new Conflict("no-payments", "Nobody can pay by card here yet; ask for credit.");
    }
    return switch (desk().pay(caller.team(), body.checked(caller.team(), caller.user()))) {
      case Preparation.Prepared(PaymentId payment) -> view(caller.team(), payment);
      case Preparation.InDebt _ ->
          throw new Conflict(
              "in-debt", "Your team owes what its bank took back. Pay into the wallet first.");
      case Preparation.Refused(Purchase why) -> throw refusal(why);
    };
  }

  @Get("/{id}")
  @Operation(summary = "How a purchase by card stands")
  CardOrderView show(@Parameter(hidden = true) Caller caller, String id) {
    return view(caller.team(), parsed(id));
  }

  @Delete("/{id}")
  @Operation(
      summary = "Do not pay by card after all",
      description =
          "Nobody can pay on its page any more, and what is held is held as long as before. What"
              + " was paid in the meantime stays paid.")
  CardOrderView cancel(@Parameter(hidden = true) Caller caller, String id) {
    PaymentId payment = parsed(id);
    desk().cancel(caller.team(), payment);
    return view(caller.team(), payment);
  }

  private OrderDesk desk() {
    return new OrderDesk(orders, payments, gateway);
  }

  private CardOrderView view(TeamId team, PaymentId payment) {
    return orders
        .find(team, payment)
        .flatMap(
            order ->
                payments
                    .find(team, payment)
                    .map(paid -> CardOrderView.of(order, paid, clock.instant())))
        .orElseThrow(CardOrdersController::unknown);
  }

  private static PaymentId parsed(String id) {
    try {
      return PaymentId.parse(id);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("no-such-order", "Your team pays for no such order by card.");
  }

  private static RuntimeException refusal(Purchase why) {
    return switch (why) {
      case Purchase.UnknownHold _ -> new NotFound("no-such-hold", "Your team has no such hold.");
      case Purchase.BeingPaid(var lead) ->
          new Conflict(
              "being-paid",
              lead.text() + " is being paid by card with other leads. Cancel that, or finish it.");
      case Purchase.HoldEnded(var lead, var ending) ->
          new Conflict(
              "hold-" + ending.name().toLowerCase(Locale.ROOT),
              "The hold of " + lead.text() + " has ended.");
      case Purchase.NotOnSale(var lead) ->
          new Conflict("not-on-sale", lead.text() + " is not on sale any more.");
      case Purchase.CartChanged(Money amount) ->
          new Conflict("cart-changed", "What you hold costs " + amount + " together.");
      case Purchase.IdReused _,
          Purchase.Paid _,
          Purchase.PaidBefore _,
          Purchase.TooLittleCredit _ ->
          new Conflict("hold-sold", "Your team has bought this, for another total.");
    };
  }
}
