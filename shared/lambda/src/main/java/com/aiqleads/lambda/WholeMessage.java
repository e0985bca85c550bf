package com.aiqleads.lambda;

import java.lang.reflect.RecordComponent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a message says everything that its event must say. The decoder leaves null what is
/// missing, and the first to notice would be a step in the middle of its work.
final class WholeMessage {

  private WholeMessage() {}

  static void check(Envelope<?> envelope) {
    check(envelope, "");
  }

  private static void check(@Nullable Object value, String path) {
    switch (value) {
      case null -> throw new PermanentFailure("the message lacks " + path);
      case Record record -> {
        for (RecordComponent part : record.getClass().getRecordComponents()) {
          checkPart(record, part, path.isEmpty() ? part.getName() : path + "." + part.getName());
        }
      }
      case List<?> items -> items.forEach(item -> check(item, path + "[]"));
      default -> {}
    }
  }

  private static void checkPart(Record record, RecordComponent part, String path) {
    Object value = valueOf(record, part);
    boolean mayLack = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
    if (value != null || !mayLack) {
      check(value, path);
    }
  }

  private static @Nullable Object valueOf(Record record, RecordComponent part) {
    try {
      part.getAccessor().setAccessible(true);
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("every record gives its parts: " + part, e);
    }
  }
}
