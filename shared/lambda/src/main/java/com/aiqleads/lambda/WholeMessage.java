package com.aiqleads.lambda;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Whether a message says everything that its event must say. The decoder leaves null what is
/// missing, and the first to notice would be a step in the middle of its work.
final class WholeMessage {

  /// Found out once for each class: it would be most of the time that a small event takes.
  private static final ClassValue<List<Part>> PARTS =
      new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
          return BeanIntrospector.SHARED
              .findIntrospection(type)
              .map(WholeMessage::ofShape)
              .orElseGet(() -> ofComponents(type));
        }
      };

  private WholeMessage() {}

  /// A component of a record.
  private interface Part {

    String name();

    @Nullable Object of(Object record);

    /// Asked when it is lacking.
    boolean mayLack();
  }

  static void check(Envelope<?> envelope) {
    check(envelope, "");
  }

  private static void check(@Nullable Object value, String path) {
    switch (value) {
      case null -> throw new PermanentFailure("the message lacks " + path);
      case Record record -> checkParts(record, path);
      case List<?> items -> items.forEach(item -> check(item, path + "[]"));
      default -> {}
    }
  }

  private static void checkParts(Record record, String path) {
    for (Part part : PARTS.get(record.getClass())) {
      Object value = part.of(record);
      if (value instanceof Record || value instanceof List || (value == null && !part.mayLack())) {
        check(value, path.isEmpty() ? part.name() : path + "." + part.name());
      }
    }
  }

  private static List<Part> ofShape(BeanIntrospection<?> shape) {
    return shape.getBeanProperties().stream().<Part>map(ShapePart::of).toList();
  }

  private static List<Part> ofComponents(Class<?> type) {
    return Stream.of(type.getRecordComponents()).<Part>map(ComponentPart::of).toList();
  }

  /// Of an event and what it is made of, whose shapes the decoder knows.
  private record ShapePart(BeanProperty<Object, ?> property) implements Part {

    @SuppressWarnings("unchecked")
    static ShapePart of(BeanProperty<?, ?> property) {
      return new ShapePart((BeanProperty<Object, ?>) property);
    }

    @Override
    public String name() {
      return property.getName();
    }

    @Override
    public @Nullable Object of(Object record) {
      return property.get(record);
    }

    @Override
    public boolean mayLack() {
      return property.isNullable();
    }
  }

  /// Of a value of the kernel, which knows no framework.
  private record ComponentPart(RecordComponent component, Method accessor) implements Part {

    static ComponentPart of(RecordComponent component) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return new ComponentPart(component, accessor);
    }

    @Override
    public String name() {
      return component.getName();
    }

    @Override
    public @Nullable Object of(Object record) {
      try {
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("every record gives its parts: " + component, e);
      }
    }

    @Override
    public boolean mayLack() {
      return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
  }
}
