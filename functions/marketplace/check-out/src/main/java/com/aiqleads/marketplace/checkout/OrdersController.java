package com.aiqleads.marketplace.checkout;

import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.BeforeCursor;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.checkout.OrderViews.OrdersView;
import com.aiqleads.marketplace.checkout.OrderViews.PaidView;
import com.aiqleads.marketplace.orders.Checkout;
import com.aiqleads.marketplace.orders.Orders;
import com.aiqleads.marketplace.orders.Purchase;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

@Controller("/orders")
@Tag(name = "Buying")
final class OrdersController {

  private static final int PAGE = 50;

  private final CheckOut till;
  private final Orders orders;

  OrdersController(CheckOut till, Orders orders) {
    this.till = till;
    this.orders = orders;
  }

  @Post
  @Operation(
      summary = "Buy what is held",
      description =
          "All of it or nothing, with the money in the wallet of your team. The same holds again"
              + " are the same order.")
  PaidView checkOut(@Parameter(hidden = true) Caller caller, @Body OrderRequest body) {
    Checkout checkout = body.checked(caller.team(), caller.user());
    return switch (till.buy(caller.team(), checkout)) {
      case Purchase.Paid(Money amount, Instant at) -> paid(checkout, amount, at);
      case Purchase.PaidBefore(Money amount, Instant at) -> paid(checkout, amount, at);
      case Purchase.IdReused _ ->
          throw new Conflict("hold-sold", "Your team has bought this, for another total.");
      case Purchase.CartChanged(Money amount) ->
          throw new Conflict("cart-changed", "What you hold costs " + amount + " together.");
      case Purchase.UnknownHold _ ->
          throw new NotFound("no-such-hold", "Your team has no such hold.");
      case Purchase.HoldEnded(var lead, var ending) ->
          throw new Conflict(
              "hold-" + ending.name().toLowerCase(Locale.ROOT),
              "The hold of " + lead.text() + " has ended.");
      case Purchase.BeingPaid(var lead) ->
          throw new Conflict(
              "being-paid", lead.text() + " is being paid by card. Cancel that, or finish it.");
      case Purchase.NotOnSale(var lead) ->
          throw new Conflict("not-on-sale", lead.text() + " is not on sale any more.");
      case Purchase.TooLittleCredit(Money amount, Money available) ->
          throw new Conflict(
              "too-little-credit",
              "It costs " + amount + ", and " + available + " are there to be spent.");
    };
  }

  private static PaidView paid(Checkout checkout, Money amount, Instant at) {
    return new PaidView(checkout.order().text(), amount, at);
  }

  @Get
  @Operation(summary = "What my team bought", description = "Newest first, fifty at a time.")
  OrdersView orders(
      @Parameter(hidden = true) Caller caller,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> before) {
    return OrdersView.of(orders.of(caller.team(), BeforeCursor.of(before), PAGE), PAGE);
  }
}
