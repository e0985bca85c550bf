package com.aiqleads.lambda;

import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.env.PropertyExpressionResolver;
import io.micronaut.context.env.PropertySourceLoader;
import io.micronaut.core.beans.BeanIntrospectionReference;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.io.service.SoftServiceLoader.Optimizations;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives the framework, of all that the libraries offer it, what a function can use: its own means
/// for what a build knows. Every service that it asks for at a start must be named here: for a
/// single other one it opens each library as a file system.
public final class NeededServices implements StaticOptimizations.Loader<Optimizations> {

  /// Kept by the framework once for all contexts of its class loader.
  private static final List<Class<?>> OF_LIBRARIES =
      List.of(
          ApplicationContextConfigurer.class,
          PropertyExpressionResolver.class,
          TypeConverterRegistrar.class);

  /// A function brings its own.
  private static final List<Class<?>> OF_FUNCTIONS =
      List.of(BeanConfiguration.class, BeanDefinitionReference.class, PropertySourceLoader.class);

  /// Offers that no function can use: for a server that reloads its code or ends with grace, for
  /// methods with a schedule, for TLS of our own, for levels of loggers, and for files that we do
  /// not have.
  static final List<String> UNUSABLE =
      List.of(
          "io.micronaut.aws.lambda.events.serde.",
          "io.micronaut.context.env.yaml.",
          "io.micronaut.function.$DefaultLocalFunctionRegistry$",
          "io.micronaut.http.ssl.",
          "io.micronaut.jackson.core.env.",
          "io.micronaut.logging.",
          "io.micronaut.runtime.beans.",
          "io.micronaut.runtime.context.env.",
          "io.micronaut.runtime.graceful.",
          "io.micronaut.runtime.server.watch.",
          "io.micronaut.scheduling.io.watch.",
          "io.micronaut.scheduling.processor.",
          "io.micronaut.serde.support.$LegacyBeansFactory$",
          "io.micronaut.serde.support.deserializers.$HealthResultDeserializer$",
          "io.micronaut.serde.support.serdes.$HealthStatusSerde$");

  /// Offers for requests: bodies, media types, threads for controllers.
  static final List<String> OF_REQUESTS =
      List.of(
          "io.micronaut.core.async.converters.",
          "io.micronaut.function.$BinaryTypeConfiguration$",
          "io.micronaut.http.",
          "io.micronaut.json.bind.",
          "io.micronaut.json.body.",
          "io.micronaut.json.codec.",
          "io.micronaut.json.convert.",
          "io.micronaut.runtime.context.$",
          "io.micronaut.runtime.http.",
          "io.micronaut.scheduling.",
          "io.micronaut.serde.support.bind.");

  /// Lambda has a hundred and seventy events. Ours, and what we answer them with.
  private static final List<String> SHAPES_OF_AWS =
      List.of(
          "_SQSEvent$",
          "_SQSBatchResponse$",
          "_APIGatewayV2HTTPEvent$",
          "_APIGatewayV2HTTPResponse$");

  private static final String ROUTER = "io.micronaut.web.router.";

  @Override
  public Optimizations load() {
    Map<String, StaticServiceLoader<?>> loaders = new HashMap<>();
    ClassLoader libraries = BeanIntrospector.class.getClassLoader();
    for (Class<?> service : OF_LIBRARIES) {
      loaders.put(
          service.getName(), new NeededLoader<>(service, () -> libraries, NeededLoader::made));
    }
    for (Class<?> service : OF_FUNCTIONS) {
      loaders.put(
          service.getName(),
          new NeededLoader<>(
              service, () -> Thread.currentThread().getContextClassLoader(), NeededLoader::made));
    }
    Class<?> shapes = BeanIntrospectionReference.class;
    loaders.put(
        shapes.getName(), new NeededLoader<>(shapes, () -> libraries, LazyIntrospection::of));
    return new Optimizations(loaders);
  }

  /// The offers for a service that a function with these libraries can use.
  static List<String> of(ClassLoader loader, String service) {
    List<String> usable = new ArrayList<>();
    boolean takesRequests =
        isAny(OfferedServices.of(loader, BeanDefinitionReference.class.getName()), ROUTER);
    for (String name : OfferedServices.of(loader, service)) {
      if (isUsable(name) && (takesRequests || !startsWithAny(name, OF_REQUESTS))) {
        usable.add(name);
      }
    }
    return usable;
  }

  private static boolean isUsable(String name) {
    for (String shape : SHAPES_OF_AWS) {
      if (name.contains(shape)) {
        return true;
      }
    }
    return !startsWithAny(name, UNUSABLE);
  }

  private static boolean isAny(Set<String> names, String prefix) {
    for (String name : names) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithAny(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
