package com.aiqleads.platform.serveconsole;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/// Whether a form came from a page of ours.
@Singleton
final class Forms {

  private final String origin;

  Forms(@Value("${aiqleads.api.url}") String origin) {
    this.origin = origin;
  }

  boolean isForeign(HttpRequest<?> request, Map<String, String> form) {
    return !FormGuard.accepts(request, Optional.ofNullable(form.get("csrf")), origin);
  }
}
