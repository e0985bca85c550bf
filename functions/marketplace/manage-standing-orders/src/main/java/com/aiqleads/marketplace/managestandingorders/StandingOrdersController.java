package com.aiqleads.marketplace.managestandingorders;

import com.aiqleads.kernel.Ids;
import com.aiqleads.lambda.http.BeforeCursor;
import com.aiqleads.lambda.http.Caller;
import com.aiqleads.lambda.http.Conflict;
import com.aiqleads.lambda.http.Forbidden;
import com.aiqleads.lambda.http.NotFound;
import com.aiqleads.marketplace.managestandingorders.StandingOrderViews.FillsView;
import com.aiqleads.marketplace.managestandingorders.StandingOrderViews.StandingOrderView;
import com.aiqleads.marketplace.managestandingorders.StandingOrderViews.StandingOrdersView;
import com.aiqleads.marketplace.standing.ParkedOrders;
import com.aiqleads.marketplace.standing.StandingOrder;
import com.aiqleads.marketplace.standing.StandingOrder.State;
import com.aiqleads.marketplace.standing.StandingOrderId;
import com.aiqleads.marketplace.standing.StandingOrders;
import com.aiqleads.marketplace.standing.StandingOrders.Change;
import com.aiqleads.marketplace.standing.Terms;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

@Controller("/standing-orders")
@Tag(name = "Standing orders")
final class StandingOrdersController {

  private static final int PAGE = 50;

  private final StandingOrders orders;
  private final ParkedOrders parked;
  private final InstantSource clock;

  StandingOrdersController(StandingOrders orders, ParkedOrders parked, InstantSource clock) {
    this.orders = orders;
    this.parked = parked;
    this.clock = clock;
  }

  @Get
  @Operation(summary = "The standing orders of my team", description = "Oldest first.")
  StandingOrdersView standingOrders(@Parameter(hidden = true) Caller caller) {
    return StandingOrdersView.of(orders.of(caller.team()), parked.of(caller.team()));
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Keep a search that buys or tells",
      description =
          "From now on each lead that comes on sale, or gets another price, is matched with it."
              + " What is on sale already is not.")
  StandingOrderView addStandingOrder(
      @Parameter(hidden = true) Caller caller, @Body StandingOrderRequest body) {
    Instant now = now();
    StandingOrder order =
        StandingOrder.made(
            new StandingOrderId(Ids.next(clock)),
            caller.team(),
            caller.user(),
            body.checked(now),
            now);
    return kept(order, orders.add(order));
  }

  @Get("/{id}")
  @Operation(summary = "One standing order")
  StandingOrderView standingOrder(@Parameter(hidden = true) Caller caller, String id) {
    return view(found(caller, id));
  }

  @Put("/{id}")
  @Operation(
      summary = "Change a standing order",
      description =
          "Whoever changes the search, the act, the mode or the limit goes to the end of the line.")
  StandingOrderView changeStandingOrder(
      @Parameter(hidden = true) Caller caller, String id, @Body StandingOrderRequest body) {
    Instant now = now();
    Terms terms = body.checked(now);
    return changed(found(caller, id).with(terms, now));
  }

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a standing order", description = "What it bought stays bought.")
  void endStandingOrder(@Parameter(hidden = true) Caller caller, String id) {
    changed(found(caller, id).in(State.ENDED));
  }

  @Post("/{id}/pause")
  @Operation(summary = "Pause a standing order", description = "It keeps its place in line.")
  StandingOrderView pauseStandingOrder(@Parameter(hidden = true) Caller caller, String id) {
    return moved(found(caller, id), State.PAUSED);
  }

  @Post("/{id}/resumption")
  @Operation(
      summary = "Go on after a pause",
      description =
          "Whoever lets an order go on that is parked takes it over: it buys in their name and"
              + " tells them. It keeps its place in line.")
  StandingOrderView resumeStandingOrder(@Parameter(hidden = true) Caller caller, String id) {
    StandingOrder order = found(caller, id);
    return isParked(order) ? changed(order.takenOver(caller.user())) : moved(order, State.ACTIVE);
  }

  @Get("/{id}/fills")
  @Operation(
      summary = "What it got and what it missed, and why",
      description =
          "Leads that came into question, newest first, fifty at a time. Why it did not even come"
              + " into question for another lead, says `GET /leads/{id}/why`.")
  FillsView fills(
      @Parameter(hidden = true) Caller caller,
      String id,
      @QueryValue @Parameter(description = "The `next` of a page.") Optional<String> before) {
    StandingOrder order = found(caller, id);
    Instant end = BeforeCursor.of(before);
    return FillsView.of(orders.results(caller.team(), order.id(), end, PAGE), PAGE);
  }

  /// As the database keeps it.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /// Again it is as it is.
  private StandingOrderView moved(StandingOrder order, State state) {
    return order.state() == state ? view(order) : changed(order.in(state));
  }

  private StandingOrderView changed(StandingOrder order) {
    return kept(order, orders.replace(order));
  }

  private boolean isParked(StandingOrder order) {
    return parked.of(order.team()).contains(order.id());
  }

  private StandingOrderView view(StandingOrder order) {
    return StandingOrderView.of(order, isParked(order));
  }

  private StandingOrderView kept(StandingOrder order, Change change) {
    return switch (change) {
      case DONE -> view(order);
      case STALE ->
          throw new Conflict(
              "standing-order-changed", "Somebody has just changed this order. Look at it again.");
      case MAKER_LEFT -> throw Forbidden.toLeavers();
      case TOO_MANY ->
          throw new Conflict(
              "too-many-standing-orders",
              "A team has at most " + StandingOrder.MOST + " standing orders. End one of them.");
    };
  }

  private StandingOrder found(Caller caller, String id) {
    try {
      return orders
          .find(caller.team(), StandingOrderId.parse(id))
          .orElseThrow(StandingOrdersController::unknown);
    } catch (IllegalArgumentException _) {
      throw unknown();
    }
  }

  private static NotFound unknown() {
    return new NotFound("no-such-standing-order", "Your team has no such standing order.");
  }
}
