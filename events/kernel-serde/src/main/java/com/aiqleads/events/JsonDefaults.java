package com.aiqleads.events;

import io.micronaut.context.env.ActiveEnvironment;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is absent is left out of JSON; what is empty is written. Registered as a service, so that
/// it holds in every context: the framework's own default also leaves out empty lists.
public final class JsonDefaults implements PropertySourceLoader {

  private static final Map<String, Object> DEFAULTS =
      Map.of("micronaut.serde.serialization.inclusion", "NON_ABSENT");

  @Override
  public Optional<PropertySource> load(String resourceName, ResourceLoader resources) {
    return resourceName.equals("application")
        ? Optional.of(new MapPropertySource("json-defaults", DEFAULTS))
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
