package com.aiqleads.local.host.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.ServiceLoader;

/// Calls a handler with bytes, as AWS's runtime interface client does.
@FunctionalInterface
interface Handler {

  byte[] call(byte[] payload, Context context) throws IOException;

  static Handler of(Object handler, ClassLoader loader) {
    return switch (handler) {
      case RequestStreamHandler streaming ->
          (payload, context) -> stream(streaming, payload, context);
      case RequestHandler<?, ?> typed -> typed(typed, loader);
      default ->
          throw new IllegalArgumentException(
              handler.getClass().getName() + " is neither RequestHandler nor RequestStreamHandler");
    };
  }

  private static byte[] stream(RequestStreamHandler handler, byte[] payload, Context context)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(payload), out, context);
    return out.toByteArray();
  }

  @SuppressWarnings("unchecked")
  private static Handler typed(RequestHandler<?, ?> handler, ClassLoader loader) {
    CustomPojoSerializer json = serializer(handler, loader);
    List<Type> types =
        TypeArguments.of(handler.getClass(), RequestHandler.class)
            .filter(found -> found.size() == 2)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        handler.getClass().getName() + " does not say its input and output types"));
    RequestHandler<Object, Object> any = (RequestHandler<Object, Object>) handler;
    return (payload, context) -> {
      Object input = json.fromJson(new ByteArrayInputStream(payload), types.get(0));
      Object output = any.handleRequest(input, context);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      json.toJson(output, out, types.get(1));
      return out.toByteArray();
    };
  }

  private static CustomPojoSerializer serializer(Object handler, ClassLoader loader) {
    List<CustomPojoSerializer> found =
        ServiceLoader.load(CustomPojoSerializer.class, loader).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "%s needs exactly one CustomPojoSerializer on its class path and has %d"
              .formatted(handler.getClass().getName(), found.size()));
    }
    return found.getFirst();
  }
}
