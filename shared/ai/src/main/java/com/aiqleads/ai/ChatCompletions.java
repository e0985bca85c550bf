package com.aiqleads.ai;

import com.aiqleads.ai.ChatMessages.Answered;
import com.aiqleads.ai.ChatMessages.Asked;
import com.aiqleads.ai.ChatMessages.Choice;
import com.aiqleads.ai.ChatMessages.Message;
import com.aiqleads.ai.Reply.Said;
import com.aiqleads.ai.Reply.Silent;
import com.aiqleads.ai.Reply.Why;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `POST …/chat/completions`, which most who run models speak: Amazon Bedrock, vLLM, llama.cpp and
/// others. Redirects are not followed: they would carry the key and the question away.
public final class ChatCompletions implements LanguageModel, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ChatCompletions.class);

  private static final int MAX_ANSWER_BYTES = 64 * 1024;
  private static final Duration MAX_CONNECT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration MAX_PAUSE = Duration.ofMinutes(15);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(MAX_CONNECT)
          .build();
  private final Supplier<String> secret;
  private final Allowance allowance;
  private final ObjectMapper json;
  private final InstantSource clock;
  private volatile Instant leftAloneUntil = Instant.EPOCH;

  /// Asks nobody yet.
  ///
  /// @param secret asked for with each question, so that a new key counts at once
  public ChatCompletions(
      Supplier<String> secret, Allowance allowance, ObjectMapper json, InstantSource clock) {
    this.secret = secret;
    this.allowance = allowance;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Reply ask(Question question, Duration patience) {
    Reply reply = asked(question, patience);
    LOG.atInfo().addKeyValue("reply", reply).log("language model asked");
    return reply;
  }

  private Reply asked(Question question, Duration patience) {
    Optional<ModelAccess> access = ModelAccess.read(secret.get(), json);
    if (access.isEmpty()) {
      return new Silent(Why.OFF);
    }
    if (clock.instant().isBefore(leftAloneUntil)) {
      return new Silent(Why.BUSY);
    }
    if (!patience.isPositive()) {
      return new Silent(Why.LATE);
    }
    return allowance.take() ? sent(question, access.get(), patience) : new Silent(Why.SPENT);
  }

  /// The whole answer has to be there in time, not only its beginning.
  private Reply sent(Question question, ModelAccess access, Duration patience) {
    CompletableFuture<Reply> reply =
        client
            .sendAsync(request(question, access), BodyHandlers.ofInputStream())
            .thenApplyAsync(this::read);
    try {
      return reply.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      reply.cancel(true);
      return new Silent(Why.LATE);
    } catch (ExecutionException failed) {
      return new Silent(Why.FAILED);
    } catch (InterruptedException e) {
      reply.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a language model was asked", e);
    }
  }

  private HttpRequest request(Question question, ModelAccess access) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(access.completions())
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString(written(Asked.of(question, access.model()))));
    if (!access.key().isEmpty()) {
      request.header("Authorization", "Bearer " + access.key());
    }
    return request.build();
  }

  private String written(Asked asked) {
    try {
      return json.writeValueAsString(asked);
    } catch (IOException e) {
      throw new UncheckedIOException("a question cannot be written", e);
    }
  }

  private Reply read(HttpResponse<InputStream> answer) {
    try (InputStream body = answer.body()) {
      return switch (answer.statusCode()) {
        case 200 -> read(body.readNBytes(MAX_ANSWER_BYTES + 1));
        case 429, 503 -> {
          leftAloneUntil = clock.instant().plus(pause(answer));
          yield new Silent(Why.BUSY);
        }
        default -> new Silent(Why.FAILED);
      };
    } catch (IOException e) {
      return new Silent(Why.FAILED);
    }
  }

  /// In seconds; a date is not worth reading here.
  private static Duration pause(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue("retry-after")
        .filter(text -> text.matches("\\d{1,6}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .map(wished -> wished.compareTo(MAX_PAUSE) < 0 ? wished : MAX_PAUSE)
        .orElse(PAUSE);
  }

  private Reply read(byte[] body) {
    if (body.length > MAX_ANSWER_BYTES) {
      return new Silent(Why.MALFORMED);
    }
    try {
      Answered answered = json.readValue(new String(body, StandardCharsets.UTF_8), Answered.class);
      return answered == null || answered.choices() == null || answered.choices().isEmpty()
          ? new Silent(Why.MALFORMED)
          : read(answered.choices().getFirst(), answered.model());
    } catch (IOException | RuntimeException malformed) {
      return new Silent(Why.MALFORMED);
    }
  }

  private static Reply read(Choice choice, @Nullable String model) {
    Message message = choice.message();
    String finish = choice.finishReason() == null ? "" : choice.finishReason();
    if (message == null || finish.equals("content_filter") || message.refusal() != null) {
      return new Silent(message == null ? Why.MALFORMED : Why.DECLINED);
    }
    if (finish.equals("length")) {
      return new Silent(Why.CUT_SHORT);
    }
    String content = message.content();
    return content == null || content.isBlank()
        ? new Silent(Why.MALFORMED)
        : new Said(content, model == null ? "unnamed" : model);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
