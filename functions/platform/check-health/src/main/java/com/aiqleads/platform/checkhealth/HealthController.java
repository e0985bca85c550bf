package com.aiqleads.platform.checkhealth;

import com.aiqleads.lambda.http.Unavailable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/health")
@Tag(name = "Operations")
final class HealthController {

  private final CheckHealth checkHealth;

  HealthController(CheckHealth checkHealth) {
    this.checkHealth = checkHealth;
  }

  @Get
  @Operation(
      summary = "Is the product up",
      description = "Success if it is, 503 if a store that it needs does not answer.")
  HttpResponse<HealthView> health() {
    if (!checkHealth.check().isUp()) {
      throw new Unavailable("The product is down.");
    }
    return fresh(new HealthView(true));
  }

  @Get("/stores")
  @Operation(
      summary = "How is each store",
      description = "Each store, whether it answered (reached, late, failed) and in what time.")
  HttpResponse<StoresView> stores() {
    return fresh(StoresView.of(checkHealth.check()));
  }

  private static <T> HttpResponse<T> fresh(T view) {
    return HttpResponse.ok(view).header("Cache-Control", "no-store");
  }
}
