package com.aiqleads.lambda;

import io.micronaut.context.env.ActiveEnvironment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.Origin;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes the environment of the function the framework's properties: `AIQLEADS_STAGE` is
/// `aiqleads.stage`.
public final class EnvironmentProperties implements PropertySourceLoader {

  private static final Pattern OURS = Pattern.compile("AIQLEADS_|OTEL_");

  @Override
  public Optional<PropertySource> load(String resourceName, ResourceLoader resources) {
    return resourceName.equals("application") ? Optional.of(ours()) : Optional.empty();
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

  private static PropertySource ours() {
    Map<String, Object> ours =
        Environment.current().variables().entrySet().stream()
            .filter(variable -> OURS.matcher(variable.getKey()).lookingAt())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return PropertySource.of(
        "function", ours, PropertyConvention.ENVIRONMENT_VARIABLE, Origin.of("environment"));
  }
}
