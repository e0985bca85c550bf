package com.aiqleads.local.host.function;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// How an invocation ended.
public sealed interface Outcome {

  /// The function returned; its answer as JSON, which may be empty.
  @SuppressWarnings("ArrayRecordComponent") // bytes on their way; nobody compares them
  record Answered(byte[] payload) implements Outcome {}

  /// The function threw, did not start or took too long.
  record Failed(String errorType, String message, ArrayNode stackTrace) implements Outcome {

    public static final String TIMED_OUT = "Sandbox.Timedout";
    public static final String BUSY = "TooManyRequestsException";

    /// What Lambda says of an answer above 6 MB, whoever asked.
    public static final String TOO_LARGE = "Function.ResponseSizeTooLarge";

    public static final String EXITED = "Runtime.ExitError";

    /// The environment had ended before it saw the invocation, which another may have then.
    static final String NOT_BEGUN = "Sandbox.Gone";

    static Failed timedOut(Invocation invocation, DeployedFunction function) {
      return of(
          TIMED_OUT,
          "%s Task timed out after %.2f seconds"
              .formatted(invocation.requestId(), function.timeout().toMillis() / 1000.0));
    }

    public static Failed of(String errorType, String message) {
      return new Failed(errorType, message, Json.array());
    }

    public static Failed of(Throwable thrown) {
      ArrayNode trace = Json.array();
      for (StackTraceElement element : thrown.getStackTrace()) {
        trace.add(element.toString());
      }
      return new Failed(thrown.getClass().getName(), String.valueOf(thrown.getMessage()), trace);
    }

    /// As the runtime interface client reports it.
    public ObjectNode json() {
      ObjectNode json = Json.object().put("errorMessage", message).put("errorType", errorType);
      json.set("stackTrace", stackTrace);
      return json;
    }
  }

  default boolean failed() {
    return this instanceof Failed;
  }
}
