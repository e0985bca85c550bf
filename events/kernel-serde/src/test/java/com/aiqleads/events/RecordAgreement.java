package com.aiqleads.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compares a record with its schema, component by component.
final class RecordAgreement {

  private static final Map<Type, String> WORDS =
      Map.of(
          String.class, "string",
          int.class, "integer",
          Integer.class, "integer",
          long.class, "integer",
          Long.class, "integer",
          BigDecimal.class, "number",
          double.class, "number",
          boolean.class, "boolean");

  private final List<String> disagreements = new ArrayList<>();

  private RecordAgreement() {}

  static List<String> disagreements(Class<?> record, SchemaNode schema) {
    RecordAgreement agreement = new RecordAgreement();
    agreement.compareRecord(record, schema, record.getSimpleName());
    return agreement.disagreements;
  }

  private void compareRecord(Class<?> record, SchemaNode schema, String path) {
    Set<String> names =
        Arrays.stream(record.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    expect(path, "fields", names, schema.properties());
    for (RecordComponent component : record.getRecordComponents()) {
      String name = component.getName();
      compareField(component, schema.property(name), path + "." + name);
      expect(path + "." + name, "required", !mayBeAbsent(component), schema.requires(name));
    }
  }

  private void compareField(RecordComponent component, SchemaNode schema, String path) {
    expect(path, "personal", component.isAnnotationPresent(Personal.class), schema.isPersonal());
    compareType(component.getGenericType(), schema, path);
  }

  private void compareType(Type type, SchemaNode schema, String path) {
    if (type instanceof ParameterizedType list) {
      expect(path, "type", "array", schema.type());
      compareType(list.getActualTypeArguments()[0], schema.items(), path + "[]");
    } else if (type instanceof Class<?> record && isPartOfEvents(record)) {
      compareRecord(record, schema.target(), path);
    } else if (WORDS.containsKey(type)) {
      expect(path, "type", WORDS.get(type), schema.type());
    } else if (type instanceof Class<?> shared) {
      expect(path, "type", shared.getSimpleName(), schema.targetName());
    }
  }

  private void expect(
      String path, String what, @Nullable Object inRecord, @Nullable Object inSchema) {
    if (inRecord == null || !inRecord.equals(inSchema)) {
      disagreements.add(path + ": " + what + ": record " + inRecord + ", schema " + inSchema);
    }
  }

  /// What a record promises to have and yet has not, as paths.
  static List<String> missing(Object record) {
    List<String> missing = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = valueOf(component, record);
      if (value == null && !isNullable(component)) {
        missing.add(record.getClass().getSimpleName() + "." + component.getName());
      } else if (value != null && isPartOfEvents(value.getClass())) {
        missing.addAll(missing(value));
      }
    }
    return missing;
  }

  private static @Nullable Object valueOf(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("events are public: " + component, e);
    }
  }

  /// An absent list is an empty one.
  private static boolean mayBeAbsent(RecordComponent component) {
    return isNullable(component) || component.getType() == List.class;
  }

  private static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static boolean isPartOfEvents(Class<?> type) {
    return type.isRecord() && type.getPackageName().startsWith("com.aiqleads.events");
  }
}
