package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;

/// Refuses who has used up a quota, and tells everybody else how much is left.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = Quotas.SWITCH)
final class QuotaFilter implements Ordered {

  private static final String LIMITS = "aiqleads.rate-limits";

  private final Quotas quotas;
  private final AccessRules rules;

  QuotaFilter(Quotas quotas, AccessRules rules) {
    this.quotas = quotas;
    this.rules = rules;
  }

  /// Before a key of idempotency is claimed: a refused request has claimed nothing.
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after() - 1;
  }

  @RequestFilter
  void count(HttpRequest<?> request) {
    request
        .getUserPrincipal(Authentication.class)
        .flatMap(caller -> quotas.count(Callers.team(caller), Callers.key(caller), route(request)))
        .ifPresent(limits -> check(request, limits));
  }

  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(LIMITS, RateLimits.class)
        .ifPresent(limits -> limits.headers().forEach(response::header));
  }

  private static void check(HttpRequest<?> request, RateLimits limits) {
    if (!limits.admitted()) {
      throw new TooManyRequests(limits);
    }
    request.setAttribute(LIMITS, limits);
  }

  private String route(HttpRequest<?> request) {
    return rules
        .find(request.getMethodName(), request.getUri().getRawPath())
        .map(AccessRules.Rule::route)
        .orElse("unknown");
  }
}
