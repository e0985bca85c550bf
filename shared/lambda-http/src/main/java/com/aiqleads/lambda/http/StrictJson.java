package com.aiqleads.lambda.http;

import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.exceptions.IntrospectionException;
import io.micronaut.core.reflect.exception.InstantiationException;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One body on its way into a record.
final class StrictJson {

  static final int MAX_WRONG_FIELDS = 50;

  private final List<WrongField> wrong = new ArrayList<>();
  private final ObjectMapper json;

  StrictJson(ObjectMapper json) {
    this.json = json;
  }

  <T> T read(JsonNode body, Argument<T> type) {
    Object read = value(body, type, "");
    if (!wrong.isEmpty() || read == null) {
      throw new BadInput(wrong.stream().limit(MAX_WRONG_FIELDS).toList());
    }
    return type.getType().cast(read);
  }

  /// Null where something is wrong, which is then noted.
  private @Nullable Object value(JsonNode node, Argument<?> type, String path) {
    if (Optional.class.equals(type.getType())) {
      return Optional.ofNullable(value(node, type.getTypeParameters()[0], path));
    }
    if (List.class.equals(type.getType()) || Set.class.equals(type.getType())) {
      return collection(node, type, path);
    }
    Optional<? extends BeanIntrospection<?>> shape =
        type.getType().isRecord()
            ? BeanIntrospector.SHARED.findIntrospection(type.getType())
            : Optional.empty();
    return shape.isPresent() ? object(node, shape.orElseThrow(), path) : leaf(node, type, path);
  }

  private @Nullable Object object(JsonNode node, BeanIntrospection<?> shape, String path) {
    if (!node.isObject()) {
      return wrong(path, "must be an object");
    }
    int before = wrong.size();
    Argument<?>[] arguments = shape.getConstructorArguments();
    Object[] values = new Object[arguments.length];
    Set<String> names = new LinkedHashSet<>();
    for (int index = 0; index < arguments.length; index++) {
      names.add(arguments[index].getName());
      values[index] = argument(node, arguments[index], path);
    }
    for (Map.Entry<String, JsonNode> field : node.entries()) {
      if (!names.contains(field.getKey())) {
        wrong(join(path, printable(field.getKey())), "is not known");
      }
    }
    return wrong.size() > before ? null : instance(shape, values, path);
  }

  private @Nullable Object argument(JsonNode parent, Argument<?> type, String path) {
    JsonNode node = parent.get(type.getName());
    String here = join(path, type.getName());
    if (node != null && !node.isNull()) {
      return value(node, type, here);
    }
    if (Optional.class.equals(type.getType())) {
      return Optional.empty();
    }
    return type.isNullable() ? null : wrong(here, "is required");
  }

  private @Nullable Object instance(BeanIntrospection<?> shape, Object[] values, String path) {
    try {
      return shape.instantiate(values);
    } catch (InstantiationException | IntrospectionException | IllegalArgumentException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      if (reason instanceof HttpFailure failure) {
        throw failure;
      }
      return wrong(path, ours(reason));
    }
  }

  private @Nullable Object collection(JsonNode node, Argument<?> type, String path) {
    if (!node.isArray()) {
      return wrong(path, "must be a list");
    }
    List<Object> items = new ArrayList<>();
    for (int index = 0; index < node.size(); index++) {
      JsonNode item = node.get(index);
      Object value =
          item == null ? null : value(item, type.getTypeParameters()[0], path + "[" + index + "]");
      if (value != null) {
        items.add(value);
      }
    }
    return Set.class.equals(type.getType()) ? new LinkedHashSet<>(items) : items;
  }

  private @Nullable Object leaf(JsonNode node, Argument<?> type, String path) {
    Optional<String> mismatch = JsonKinds.mismatch(node, type.getType());
    if (mismatch.isPresent()) {
      return wrong(path, mismatch.orElseThrow());
    }
    if (type.getType().isEnum() && !isConstant(node, type.getType())) {
      return wrong(path, "must be one of " + constants(type.getType()));
    }
    try {
      return json.readValueFromTree(node, type);
    } catch (IOException | IllegalArgumentException e) {
      return wrong(path, ours(e));
    }
  }

  private static boolean isConstant(JsonNode node, Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .anyMatch(constant -> ((Enum<?>) constant).name().equals(node.getStringValue()));
  }

  private static String constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants())
        .map(constant -> ((Enum<?>) constant).name())
        .collect(Collectors.joining(", "));
  }

  private @Nullable Object wrong(String path, String message) {
    wrong.add(new WrongField(path.isEmpty() ? "body" : path, message));
    return null;
  }

  /// The kernel's own words are meant for people; those of libraries are not.
  private static String ours(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String thrower = root.getStackTrace().length == 0 ? "" : root.getStackTrace()[0].getClassName();
    String message = String.valueOf(root.getMessage());
    return thrower.startsWith("com.aiqleads.") && root instanceof IllegalArgumentException
        ? "is wrong: " + message
        : "cannot be read";
  }

  static String printable(String name) {
    String shown = name.replaceAll("[^\\p{Alnum}_.-]", "?");
    return shown.substring(0, Math.min(shown.length(), 40)).toLowerCase(Locale.ROOT).isEmpty()
        ? "?"
        : shown.substring(0, Math.min(shown.length(), 40));
  }

  private static String join(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
