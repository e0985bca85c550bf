package com.aiqleads.platform.serveconsole;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether a form came from a page of ours, and what stands in it.
@Singleton
final class Forms {

  private final String origin;

  Forms(@Value("${aiqleads.api.url}") String origin) {
    this.origin = origin;
  }

  boolean isForeign(HttpRequest<?> request, Map<String, String> form) {
    return !FormGuard.accepts(request, Optional.ofNullable(form.get("csrf")), origin);
  }

  /// The boxes of one name that are checked.
  static List<String> boxes(HttpRequest<?> request, String name) {
    return request.getParameters().getAll(name);
  }
}
