package com.aiqleads.lambda.http;

import com.aiqleads.lambda.http.IdempotencyClaims.Claim;
import com.aiqleads.lambda.http.IdempotencyClaims.StoredAnswer;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a repeated POST one act: the key is claimed before anything happens, and whoever comes
/// again gets the first answer. After a refusal nothing has happened and the key is free again.
/// After a failure nobody knows, since it may have come after the commit: it is the answer, and
/// nothing is tried again.
@ServerFilter(value = ServerFilter.MATCH_ALL_PATTERN, methods = HttpMethod.POST)
final class IdempotencyFilter implements Ordered {

  private static final String CLAIM = "aiqleads.idempotency-claim";
  private static final int FIRST_REFUSAL = 400;
  private static final int FIRST_FAILURE = 500;

  private final Idempotency idempotency;
  private final ObjectMapper json;

  IdempotencyFilter(Idempotency idempotency, ObjectMapper json) {
    this.idempotency = idempotency;
    this.json = json;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after();
  }

  @RequestFilter
  @Nullable HttpResponse<?> claim(HttpRequest<?> request) {
    Optional<Idempotency.Once> asked = Idempotency.asked(request);
    if (asked.isEmpty()) {
      return null;
    }
    Idempotency.Once once = asked.orElseThrow();
    return switch (idempotency.claim(once)) {
      case Claim.Won(Instant lockedUntil) -> {
        request.setAttribute(CLAIM, new Idempotency.Held(once, lockedUntil));
        yield null;
      }
      case Claim.Answered(StoredAnswer answer) -> again(answer);
      case Claim.InProgress() ->
          throw new Conflict("in-progress", "A request with this key is being handled.");
      case Claim.OtherRequest() ->
          throw new Unprocessable("key-reused", "This key was used for another request.");
    };
  }

  @ResponseFilter
  void settle(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(CLAIM, Idempotency.Held.class)
        .ifPresent(
            held -> {
              if (isFinal(response)) {
                idempotency.store(held, stored(response));
              } else {
                idempotency.release(held);
              }
            });
  }

  private static boolean isFinal(MutableHttpResponse<?> response) {
    return response.code() < FIRST_REFUSAL || response.code() >= FIRST_FAILURE;
  }

  private StoredAnswer stored(MutableHttpResponse<?> response) {
    return new StoredAnswer(
        response.code(),
        response.getContentType().map(MediaType::toString).orElse(MediaType.APPLICATION_JSON),
        response.getHeaders().findFirst(HttpHeaders.LOCATION).orElse(""),
        response.getBody().map(this::text).orElse(""));
  }

  private String text(Object body) {
    try {
      return body instanceof CharSequence text ? text.toString() : json.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot store an answer", e);
    }
  }

  private static HttpResponse<?> again(StoredAnswer answer) {
    MutableHttpResponse<String> response =
        HttpResponse.<String>status(HttpStatus.valueOf(answer.status()))
            .header("Idempotent-Replayed", "true")
            .header(HttpHeaders.CACHE_CONTROL, "no-store");
    if (!answer.location().isEmpty()) {
      response.header(HttpHeaders.LOCATION, answer.location());
    }
    return answer.body().isEmpty()
        ? response
        : response.body(answer.body()).contentType(answer.contentType());
  }
}
