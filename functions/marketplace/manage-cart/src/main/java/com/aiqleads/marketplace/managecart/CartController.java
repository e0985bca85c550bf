package com.aiqleads.marketplace.managecart;

import com.aiqleads.lambda.http.Caller;
import com.aiqleads.marketplace.holds.Holds;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/cart")
@Tag(name = "Buying")
final class CartController {

  private final Holds holds;

  CartController(Holds holds) {
    this.holds = holds;
  }

  @Get
  @Operation(summary = "What my team holds", description = "And what it costs together.")
  CartView cart(@Parameter(hidden = true) Caller caller) {
    return CartView.of(holds.cart(caller.team()));
  }
}
