package com.aiqleads.lambda;

import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospectionReference;
import org.jspecify.annotations.Nullable;

/// What is known of a shape before it is loaded: of which class it is, as its own name says.
final class LazyIntrospection implements BeanIntrospectionReference<Object> {

  private static final String END = "$Introspection";

  private final String introspection;
  private final String name;
  private final ClassLoader loader;
  private volatile @Nullable BeanIntrospectionReference<Object> real;

  private LazyIntrospection(String introspection, String name, ClassLoader loader) {
    this.introspection = introspection;
    this.name = name;
    this.loader = loader;
  }

  /// At once loaded if its name does not say of which class it is; null if it is of none that is
  /// on the class path.
  static @Nullable BeanIntrospectionReference<?> of(String introspection, ClassLoader loader) {
    String name = described(introspection);
    return name == null
        ? made(introspection, loader)
        : new LazyIntrospection(introspection, name, loader);
  }

  /// Of `com.example.$Lead$Part$Introspection` that is `com.example.Lead$Part`. Shapes of classes
  /// of others have all of the class's name behind the dollar, with underscores.
  static @Nullable String described(String introspection) {
    int begin = introspection.lastIndexOf('.') + 1;
    int end = introspection.length() - END.length();
    boolean plain =
        introspection.endsWith(END)
            && introspection.charAt(begin) == '$'
            && introspection.indexOf('_', begin) < 0;
    return plain
        ? introspection.substring(0, begin) + introspection.substring(begin + 1, end)
        : null;
  }

  @Override
  public String getName() {
    return name;
  }

  /// The framework asks every shape. Who asks for a class's shape has that class.
  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public Class<Object> getBeanType() {
    return real().getBeanType();
  }

  @Override
  public BeanIntrospection<Object> load() {
    return real().load();
  }

  @Override
  public AnnotationMetadata getAnnotationMetadata() {
    return real().getAnnotationMetadata();
  }

  private BeanIntrospectionReference<Object> real() {
    BeanIntrospectionReference<Object> known = real;
    if (known == null) {
      known = made(introspection, loader);
      if (known == null) {
        throw new IllegalStateException("a class of " + introspection + " is not there");
      }
      real = known;
    }
    return known;
  }

  @SuppressWarnings("unchecked")
  private static @Nullable BeanIntrospectionReference<Object> made(
      String introspection, ClassLoader loader) {
    return (BeanIntrospectionReference<Object>) NeededLoader.made(introspection, loader);
  }
}
