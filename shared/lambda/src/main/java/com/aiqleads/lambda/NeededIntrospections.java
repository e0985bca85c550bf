package com.aiqleads.lambda;

import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Loads the shapes of no event that Lambda has and we have not. The framework loads those of every
/// library when the first one is asked for: with AWS's events 174 of 180 in vain, and with each
/// its event, at every start.
public final class NeededIntrospections implements StaticOptimizations.Loader<Optimizations> {

  private static final String OF_AWS = "io.micronaut.aws.lambda.events.serde.";

  /// Events that our functions take or answer with.
  private static final List<String> TAKEN =
      List.of("SQSEvent", "SQSBatchResponse", "APIGatewayV2HTTPEvent", "APIGatewayV2HTTPResponse");

  @Override
  @SuppressWarnings("rawtypes")
  public Optimizations load() {
    StaticServiceLoader<BeanIntrospectionReference> loader = NeededIntrospections::find;
    return new SoftServiceLoader.Optimizations(
        Map.of(BeanIntrospectionReference.class.getName(), loader));
  }

  @SuppressWarnings("rawtypes")
  private static Stream<StaticDefinition<BeanIntrospectionReference>> find(
      Predicate<String> wanted) {
    ClassLoader loader = BeanIntrospector.class.getClassLoader();
    try {
      return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(
              loader, BeanIntrospectionReference.class.getName())
          .stream()
          .filter(NeededIntrospections::isNeeded)
          .filter(wanted)
          .map(name -> StaticDefinition.of(name, () -> made(name, loader)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the introspections", e);
    }
  }

  static boolean isNeeded(String name) {
    return !name.startsWith(OF_AWS)
        || TAKEN.stream().anyMatch(event -> name.contains("_" + event + "$"));
  }

  private static BeanIntrospectionReference<?> made(String name, ClassLoader loader) {
    try {
      return Class.forName(name, true, loader)
          .asSubclass(BeanIntrospectionReference.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no introspection " + name, e);
    }
  }
}
