package com.aiqleads.lambda.http;

import io.micronaut.context.env.ActiveEnvironment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Switches off the validator of tokens that micronaut-security-jwt brings: beside ours it would be
/// asked too, and it has no keys to ask. Not in an `application.properties`, because a function's
/// own file would hide it.
public final class TokenProperties implements PropertySourceLoader {

  private static final Map<String, Object> OFF =
      Map.of("micronaut.security.token.jwt.enabled", false);

  @Override
  public Optional<PropertySource> load(String resourceName, ResourceLoader resources) {
    return resourceName.equals("application")
        ? Optional.of(PropertySource.of("tokens", OFF))
        : Optional.empty();
  }

  @Override
  public Optional<PropertySource> loadEnv(
      String resourceName, ResourceLoader resources, ActiveEnvironment environment) {
    return Optional.empty();
  }

  @Override
  public Map<String, Object> read(String name, InputStream input) {
    return Map.of();
  }

  @Override
  public Set<String> getExtensions() {
    return Set.of();
  }
}
