package com.aiqleads.lambda;

import io.micronaut.core.io.service.SoftServiceLoader.StaticDefinition;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Loads of a service's offers those that a function can use.
final class NeededLoader<S> implements StaticServiceLoader<S> {

  private final Class<?> service;
  private final Supplier<ClassLoader> loader;
  private final Maker<S> maker;

  /// Makes what has that name; null, as the framework has it, if a class for it is not there.
  @FunctionalInterface
  interface Maker<S> {
    @Nullable S made(String name, ClassLoader from);
  }

  /// @param loader asked each time: functions may share this class, and not what they are made of
  NeededLoader(Class<?> service, Supplier<ClassLoader> loader, Maker<S> maker) {
    this.service = service;
    this.loader = loader;
    this.maker = maker;
  }

  @Override
  public Stream<StaticDefinition<S>> findAll(Predicate<String> wanted) {
    ClassLoader from = loader.get();
    return NeededServices.of(from, service.getName()).stream()
        .filter(wanted)
        .map(name -> StaticDefinition.of(name, () -> maker.made(name, from)));
  }

  /// In a plain loop: a stream would have each start link some more of the JDK's.
  @Override
  public List<S> load(Predicate<String> wanted, @Nullable Predicate<S> predicate) {
    ClassLoader from = loader.get();
    List<S> loaded = new ArrayList<>();
    for (String name : NeededServices.of(from, service.getName())) {
      S made = wanted.test(name) ? maker.made(name, from) : null;
      if (made != null && (predicate == null || predicate.test(made))) {
        loaded.add(made);
      }
    }
    return loaded;
  }

  @Override
  public List<S> load(@Nullable Predicate<S> predicate) {
    return load(_ -> true, predicate);
  }

  static @Nullable Object made(String name, ClassLoader from) {
    try {
      return Class.forName(name, true, from).getDeclaredConstructor().newInstance();
    } catch (ClassNotFoundException | NoClassDefFoundError absent) {
      return null;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof NoClassDefFoundError) {
        return null;
      }
      throw new IllegalStateException("cannot make " + name, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make " + name, e);
    }
  }
}
