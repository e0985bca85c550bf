package com.aiqleads.local.host.sample;

/// What the sample functions are compiled from.
final class SampleSources {

  /// `throw!`, `sleep!`, `exit!`, `hoard!`, `variables!`, `until!<file>!`, `fill!<bytes>!` and
  /// `answer!<base64url>!` anywhere in the input tell it what to do, in a batch too: there it fails
  /// the messages whose body has the word `bad`, and those with `fails!<times>!` so many times.
  static final String STREAMING =
      """
      import com.amazonaws.services.lambda.runtime.Context;
      import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
      import java.io.*;
      import java.nio.charset.StandardCharsets;
      import java.util.*;
      import java.util.regex.*;

      public class %s implements RequestStreamHandler, AutoCloseable {
        private static int calls;
        private static final Map<String, Integer> FAILED = new HashMap<>();
        private static final Pattern FAILS = Pattern.compile("fails!([0-9])!");
        private static final Pattern RECORD = Pattern.compile(
            "\\"messageId\\":\\"([^\\"]+)\\",\\"receiptHandle\\":\\"[^\\"]*\\",\\"body\\":\\"((?:[^\\"\\\\\\\\]|\\\\\\\\.)*)\\"");
        private static final Pattern FILL = Pattern.compile("fill!([0-9]+)!");
        private static final Pattern UNTIL = Pattern.compile("until!([^!]+)!");
        private static final Pattern ANSWER = Pattern.compile("answer!([A-Za-z0-9_-]*)!");

        public void handleRequest(InputStream in, OutputStream out, Context context)
            throws IOException {
          String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          calls++;
          if (event.contains("throw!")) {
            throw new IllegalStateException("told to");
          }
          if (event.contains("variables!")) {
            out.write(String.join(" ", System.getenv().keySet()).getBytes());
            return;
          }
          if (event.contains("exit!")) {
            System.exit(3);
          }
          if (event.contains("hoard!")) {
            List<java.nio.ByteBuffer> hoard = new ArrayList<>();
            while (true) {
              hoard.add(java.nio.ByteBuffer.allocateDirect(1 << 20));
            }
          }
          Matcher fill = FILL.matcher(event);
          if (fill.find()) {
            out.write(new byte[Integer.parseInt(fill.group(1))]);
            return;
          }
          Matcher until = UNTIL.matcher(event);
          if (event.contains("sleep!") || until.find()) {
            if (!event.contains("sleep!")) {
              new File(until.group(1) + "-begun").createNewFile();
            }
            try {
              do {
                Thread.sleep(event.contains("sleep!") ? 60_000 : 20);
              } while (!event.contains("sleep!") && !new File(until.group(1)).exists());
            } catch (InterruptedException e) {
              throw new IllegalStateException("interrupted", e);
            }
          }
          out.write(answer(event, context).getBytes(StandardCharsets.UTF_8));
        }

        private static String answer(String event, Context context) throws IOException {
          Matcher told = ANSWER.matcher(event);
          if (told.find()) {
            return new String(Base64.getUrlDecoder().decode(told.group(1)), StandardCharsets.UTF_8);
          }
          if (event.contains("\\"Records\\":[{\\"messageId\\"")) {
            return failures(event);
          }
          if (event.contains("\\"routeKey\\"")) {
            return "{\\"statusCode\\":200,\\"headers\\":{\\"content-type\\":\\"application/json\\"},"
                + "\\"isBase64Encoded\\":true,\\"body\\":\\""
                + Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)) + "\\"}";
          }
          return "{\\"calls\\":" + calls + ",\\"function\\":\\"" + variable("AIQLEADS_FUNCTION")
              + "\\",\\"name\\":\\"" + context.getFunctionName() + "\\",\\"arn\\":\\""
              + context.getInvokedFunctionArn() + "\\",\\"version\\":\\""
              + context.getFunctionVersion() + "\\",\\"logGroup\\":\\"" + context.getLogGroupName()
              + "\\",\\"stream\\":\\"" + context.getLogStreamName() + "\\",\\"remaining\\":"
              + context.getRemainingTimeInMillis() + ",\\"memory\\":" + context.getMemoryLimitInMB()
              + ",\\"seesHost\\":" + sees("com.fasterxml.jackson.databind.ObjectMapper")
              + ",\\"none\\":" + (context.getIdentity() == null && context.getClientContext() == null)
              + ",\\"id\\":\\"" + context.getAwsRequestId() + "\\"}";
        }

        private static String variable(String name) throws IOException {
          if (System.getenv(name) != null) {
            return System.getenv(name);
          }
          Properties properties = new Properties();
          ClassLoader loader = Thread.currentThread().getContextClassLoader();
          try (InputStream in = loader.getResourceAsStream("aiqleads-environment.properties")) {
            properties.load(in);
          }
          return properties.getProperty(name);
        }

        private static boolean sees(String type) {
          try {
            Class.forName(type);
            return true;
          } catch (ClassNotFoundException e) {
            return false;
          }
        }

        private static String failures(String event) {
          StringJoiner items = new StringJoiner(",", "{\\"batchItemFailures\\":[", "]}");
          Matcher records = RECORD.matcher(event);
          while (records.find()) {
            if (records.group(2).contains("bad") || fails(records.group(1), records.group(2))) {
              items.add("{\\"itemIdentifier\\":\\"" + records.group(1) + "\\"}");
            }
          }
          return items.toString();
        }

        private static boolean fails(String id, String body) {
          Matcher times = FAILS.matcher(body);
          return times.find()
              && FAILED.merge(id, 1, Integer::sum) <= Integer.parseInt(times.group(1));
        }

        public void close() {
          calls = 0;
        }
      }
      """;

  static final String TYPED =
      """
      package sample;
      import com.amazonaws.services.lambda.runtime.*;

      public class TypedHandler extends TypedBase<String, StringBuilder> {
        public StringBuilder handleRequest(String input, Context context) {
          context.getLogger().log("typed ".getBytes());
          return input.contains("nothing") ? null : new StringBuilder(input);
        }
      }

      abstract class TypedBase<I, O> implements RequestHandler<I, O> {}
      """;

  static final String UNTYPED =
      """
      package sample;
      import com.amazonaws.services.lambda.runtime.*;

      public class UntypedHandler implements RequestHandler {
        public Object handleRequest(Object input, Context context) {
          return input;
        }
      }
      """;

  static final String NO_HANDLER =
      """
      package sample;

      public class NoHandler {}
      """;

  static final String BROKEN =
      """
      package sample;
      import com.amazonaws.services.lambda.runtime.*;
      import java.io.*;

      public class BrokenHandler implements RequestStreamHandler {
        public BrokenHandler() {
          throw new IllegalArgumentException("no configuration");
        }

        public void handleRequest(InputStream in, OutputStream out, Context context) {}
      }
      """;

  static final String ENDLESS =
      BROKEN
          .replace("BrokenHandler", "EndlessHandler")
          .replace("throw new IllegalArgumentException(\"no configuration\");", "while (true) {}");

  /// Says which hooks have run.
  static final String SNAPSHOT =
      """
      package sample;
      import com.amazonaws.services.lambda.crac.*;
      import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
      import java.io.*;

      public class SnapshotHandler implements RequestStreamHandler, Resource {
        private String hooks = "";

        public SnapshotHandler() {
          Core.getGlobalContext().register(this);
        }

        public void beforeCheckpoint(Context<? extends Resource> context) {
          hooks += "before ";
        }

        public void afterRestore(Context<? extends Resource> context) {
          hooks += "after";
        }

        public void handleRequest(
            InputStream in, OutputStream out, com.amazonaws.services.lambda.runtime.Context context)
            throws IOException {
          out.write(hooks.getBytes());
        }
      }
      """;

  static final String BAD_SNAPSHOT =
      SNAPSHOT
          .replace("SnapshotHandler", "BadSnapshotHandler")
          .replace("hooks += \"before \";", "throw new IllegalStateException(\"not now\");");

  static final String SERIALIZER =
      """
      package sample.library;
      import com.amazonaws.services.lambda.runtime.CustomPojoSerializer;
      import java.io.*;
      import java.lang.reflect.Type;
      import java.nio.charset.StandardCharsets;

      public class SampleJson implements CustomPojoSerializer {
        @SuppressWarnings("unchecked")
        public <T> T fromJson(InputStream input, Type type) {
          try {
            return (T) (type.getTypeName() + " " + new String(input.readAllBytes()).replace("\\"", ""));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }

        public <T> T fromJson(String input, Type type) {
          throw new UnsupportedOperationException("no text is read here");
        }

        public <T> void toJson(T value, OutputStream output, Type type) {
          try {
            output.write(("\\"" + value + " " + type.getTypeName() + "\\"").getBytes());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        }
      }
      """;

  private SampleSources() {}
}
