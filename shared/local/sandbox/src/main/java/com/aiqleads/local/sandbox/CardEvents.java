package com.aiqleads.local.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Tells what happens to payments by signed webhooks, one after the other, each again until it
/// is
/// taken; as unreliably as told to.
final class CardEvents implements AutoCloseable {

  /// Of the sandbox alone.
  static final String SECRET = "whsec_sandbox";

  /// What may go wrong on the way.
  enum Trouble {
    /// Nothing arrives.
    LOST,
    /// Everything arrives twice.
    TWICE,
    /// What happens together arrives in the reverse order.
    SHUFFLED
  }

  private static final Pattern CREATED = Pattern.compile("\"created\":(\\d+),\"data\"");
  private static final Pattern TYPE =
      Pattern.compile("\"pending_webhooks\":1,\"type\":\"([^\"]+)\"");
  private static final int TRIES = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration BETWEEN = Duration.ofSeconds(2);

  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("card-events").factory());
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private final AtomicLong numbers = new AtomicLong();
  private final Set<Trouble> troubles = Collections.synchronizedSet(EnumSet.noneOf(Trouble.class));
  private final InstantSource clock;
  private final String run;
  private volatile @Nullable URI target;

  CardEvents(InstantSource clock) {
    this.clock = clock;
    this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
  }

  /// Where everything is told from now on.
  void tell(URI address) {
    target = address;
  }

  void trouble(Trouble trouble, boolean isOn) {
    if (isOn) {
      troubles.add(trouble);
    } else {
      troubles.remove(trouble);
    }
  }

  /// What has happened together, in its order.
  void happened(Map<String, Map<String, @Nullable Object>> objectsByType) {
    List<String> bodies = new ArrayList<>();
    objectsByType.forEach((type, object) -> bodies.add(body(type, object)));
    said.addAll(bodies);
    if (troubles.contains(Trouble.SHUFFLED)) {
      Collections.reverse(bodies);
    }
    URI address = target;
    if (address == null || troubles.contains(Trouble.LOST)) {
      return;
    }
    int times = troubles.contains(Trouble.TWICE) ? 2 : 1;
    bodies.forEach(
        body -> {
          for (int time = 0; time < times; time++) {
            sender.execute(() -> deliver(address, body));
          }
        });
  }

  /// As Stripe lists it, the newest first: also what never arrived.
  String list(Predicate<String> isAskedFor, String after, int limit) {
    List<String> newest = said.reversed();
    int from = 0;
    while (!after.isEmpty()
        && from < newest.size()
        && !newest.get(from).contains("\"id\":\"" + after + "\"")) {
      from++;
    }
    List<String> rest =
        newest
            .subList(after.isEmpty() ? 0 : Math.min(newest.size(), from + 1), newest.size())
            .stream()
            .filter(isAskedFor)
            .toList();
    return "{\"object\":\"list\",\"data\":["
        + String.join(",", rest.subList(0, Math.min(limit, rest.size())))
        + "],\"has_more\":"
        + (rest.size() > limit)
        + "}";
  }

  static String typeOf(String body) {
    return TYPE.matcher(body).results().map(found -> found.group(1)).findFirst().orElse("");
  }

  static long createdAt(String body) {
    return CREATED
        .matcher(body)
        .results()
        .mapToLong(found -> Long.parseLong(found.group(1)))
        .findFirst()
        .orElse(0);
  }

  private String body(String type, Map<String, @Nullable Object> object) {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("id", "evt_" + run + numbers.incrementAndGet());
    event.put("object", "event");
    event.put("api_version", "2025-11-17.clover");
    event.put("created", clock.instant().getEpochSecond());
    event.put("data", Map.of("object", object));
    event.put("livemode", false);
    event.put("pending_webhooks", 1);
    event.put("type", type);
    return Json.text(event);
  }

  private void deliver(URI address, String body) {
    try {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        if (isTaken(address, body)) {
          return;
        }
        Thread.sleep(BETWEEN);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isTaken(URI address, String body) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Stripe-Signature", signature(SECRET, clock.instant(), body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() < 300;
    } catch (IOException _) {
      return false;
    }
  }

  static String signature(String secret, Instant at, String body) {
    String signed = at.getEpochSecond() + "." + body;
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }

  @Override
  public void close() {
    sender.shutdownNow();
    client.close();
  }
}
