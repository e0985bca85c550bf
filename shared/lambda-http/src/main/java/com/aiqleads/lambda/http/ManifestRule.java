package com.aiqleads.lambda.http;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/// Decides every request, before any other rule could.
@Singleton
final class ManifestRule implements SecurityRule<HttpRequest<?>> {

  private final AccessRules rules;

  ManifestRule(AccessRules rules) {
    this.rules = rules;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      HttpRequest<?> request, @Nullable Authentication caller) {
    boolean allowed =
        rules
            .find(request.getMethodName(), request.getUri().getRawPath())
            .filter(rule -> may(rule.access(), request, caller))
            .isPresent();
    return Publishers.just(allowed ? SecurityRuleResult.ALLOWED : SecurityRuleResult.REJECTED);
  }

  private static boolean may(
      Access access, HttpRequest<?> request, @Nullable Authentication caller) {
    return switch (access) {
      case Access.Public() ->
          caller != null || !request.getHeaders().contains(HttpHeaders.AUTHORIZATION);
      case Access.Session() -> true;
      case Access.SignedIn() -> caller != null;
      case Access.Scope(String scope) -> caller != null && Callers.of(caller).may(scope);
    };
  }
}
