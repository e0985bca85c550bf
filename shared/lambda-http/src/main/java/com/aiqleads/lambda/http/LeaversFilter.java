package com.aiqleads.lambda.http;

import com.aiqleads.lambda.Leavers;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import io.micronaut.security.authentication.Authentication;

/// Refuses to change anything for a team by the last token of who has left it. Reading goes on
/// until the token ends.
@ServerFilter(
    value = ServerFilter.MATCH_ALL_PATTERN,
    methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE})
@Requires(beans = Leavers.class)
final class LeaversFilter implements Ordered {

  private final Leavers leavers;

  LeaversFilter(Leavers leavers) {
    this.leavers = leavers;
  }

  /// Before a key of idempotency is claimed: a refused request has claimed nothing.
  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.after() - 1;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    request.getUserPrincipal(Authentication.class).map(Callers::of).ifPresent(this::check);
  }

  private void check(Caller caller) {
    if (leavers.hasJustLeft(caller.team(), caller.user())) {
      throw Forbidden.toLeavers();
    }
  }
}
