package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.Limit;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/tokens")
@Tag(name = "API keys")
final class TokenController {

  private final ExchangeKey exchangeKey;
  private final Throttle throttle;

  TokenController(ExchangeKey exchangeKey, Throttle throttle) {
    this.exchangeKey = exchangeKey;
    this.throttle = throttle;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Exchange an API key",
      description = "For an access token of fifteen minutes, with the scopes of the key.")
  HttpResponse<TokenView> exchangeApiKey(HttpRequest<?> request, @Body TokenRequest body) {
    ApiKeySecret presented = body.checked();
    throttle.admit(request, Limit.EXCHANGES);
    return exchangeKey
        .exchange(presented)
        .map(
            exchanged ->
                HttpResponse.created(TokenView.of(exchanged))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store"))
        .orElseThrow(() -> new Unauthorized("api-key-refused", "The API key is no good."));
  }
}
