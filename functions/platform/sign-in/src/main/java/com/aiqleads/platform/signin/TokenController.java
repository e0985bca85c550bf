package com.aiqleads.platform.signin;

import com.aiqleads.lambda.http.TooManyRequests;
import com.aiqleads.lambda.http.Unauthorized;
import com.aiqleads.lambda.http.Viewers;
import com.aiqleads.platform.ApiKeySecret;
import com.aiqleads.platform.Attempts;
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
import java.time.InstantSource;

@Controller("/tokens")
@Tag(name = "API keys")
final class TokenController {

  private final ExchangeKey exchangeKey;
  private final Attempts attempts;
  private final Viewers viewers;
  private final InstantSource clock;

  TokenController(
      ExchangeKey exchangeKey, Attempts attempts, Viewers viewers, InstantSource clock) {
    this.exchangeKey = exchangeKey;
    this.attempts = attempts;
    this.viewers = viewers;
    this.clock = clock;
  }

  @Post
  @Status(HttpStatus.CREATED)
  @Operation(
      summary = "Exchange an API key",
      description = "For an access token of fifteen minutes, with the scopes of the key.")
  HttpResponse<TokenView> exchangeApiKey(HttpRequest<?> request, @Body TokenRequest body) {
    ApiKeySecret presented = body.checked();
    attempts
        .admit(Limit.EXCHANGES, viewers.of(request).address(), clock.instant())
        .ifPresent(
            wait -> {
              throw new TooManyRequests(wait);
            });
    return exchangeKey
        .exchange(presented)
        .map(
            exchanged ->
                HttpResponse.created(TokenView.of(exchanged))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store"))
        .orElseThrow(() -> new Unauthorized("api-key-refused", "The API key is no good."));
  }
}
