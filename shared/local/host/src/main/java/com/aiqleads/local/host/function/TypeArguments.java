package com.aiqleads.local.host.function;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds what a class puts in for the type parameters of an interface far above it.
final class TypeArguments {

  private TypeArguments() {}

  static Optional<List<Type>> of(Class<?> type, Class<?> target) {
    return search(type, target, Map.of());
  }

  private static Optional<List<Type>> search(
      Type type, Class<?> target, Map<TypeVariable<?>, Type> known) {
    Class<?> raw = raw(type);
    List<Type> arguments = arguments(type, known);
    if (raw == target) {
      return Optional.of(arguments);
    }
    Map<TypeVariable<?>, Type> inside = bind(raw, arguments);
    return above(raw).stream().flatMap(next -> search(next, target, inside).stream()).findFirst();
  }

  private static List<Type> above(Class<?> raw) {
    List<Type> above = new ArrayList<>(List.of(raw.getGenericInterfaces()));
    if (raw.getGenericSuperclass() != null) {
      above.add(raw.getGenericSuperclass());
    }
    return above;
  }

  private static Class<?> raw(Type type) {
    return type instanceof ParameterizedType generic
        ? (Class<?>) generic.getRawType()
        : (Class<?>) type;
  }

  private static List<Type> arguments(Type type, Map<TypeVariable<?>, Type> known) {
    if (!(type instanceof ParameterizedType generic)) {
      return List.of();
    }
    return List.of(generic.getActualTypeArguments()).stream()
        .map(
            argument -> argument instanceof TypeVariable<?> v ? known.getOrDefault(v, v) : argument)
        .toList();
  }

  private static Map<TypeVariable<?>, Type> bind(Class<?> raw, List<Type> arguments) {
    Map<TypeVariable<?>, Type> bound = new HashMap<>();
    TypeVariable<?>[] names = raw.getTypeParameters();
    for (int i = 0; i < arguments.size(); i++) {
      bound.put(names[i], arguments.get(i));
    }
    return bound;
  }
}
