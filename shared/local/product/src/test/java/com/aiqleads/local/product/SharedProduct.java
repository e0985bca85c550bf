package com.aiqleads.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// One running product for all tests of this module, started by the first that asks.
final class SharedProduct implements BeforeAllCallback {

  /// What tests that count leads lock against one that takes some away.
  static final String LEADS = "the product's leads";

  /// What tests lock that hold leads for the team of all seeded people, or buy what it holds.
  static final String CART = "the team's cart";

  static final String BUYER = "buyer@aiqleads.example";
  static final String ADMIN = "admin@aiqleads.example";
  static final String PASSWORD = "on-this-laptop-only";

  /// Enough for every kind of flaw, few enough to be scraped in seconds.
  private static final String HOMES = "400";

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final int ENOUGH_LEADS = 60;

  /// In a row: an event may be between two steps when somebody looks once, and what was written
  /// last is found a second later.
  private static final int QUIET_LOOKS = 8;

  private static final Pattern LINK = Pattern.compile("http://\\S+token=\\S+");

  private @Nullable Started started;

  @Override
  public void beforeAll(ExtensionContext context) {
    started =
        context
            .getRoot()
            .getStore(Namespace.GLOBAL)
            .getOrComputeIfAbsent(Started.class, _ -> Started.now(), Started.class);
  }

  RunningProduct running() {
    return Objects.requireNonNull(started).product();
  }

  ApiClient api() {
    return Objects.requireNonNull(started).api();
  }

  /// Where the functions log.
  Path log() {
    return Objects.requireNonNull(started).data().resolve("logs/functions.log");
  }

  String page(String path) {
    return running().gateway() + path;
  }

  String password() {
    return PASSWORD;
  }

  /// Until the sandbox's first leads are found by search.
  void awaitLeads() {
    await("a first sign-in", this::mayBeUsed);
    await("leads on sale", () -> api().as(BUYER).total("/leads") >= ENOUGH_LEADS);
  }

  /// All scrapers start at once, and the first to sign in finds no processor left.
  private boolean mayBeUsed() {
    try {
      api().as(BUYER);
      return true;
    } catch (IllegalStateException _) {
      return false;
    }
  }

  /// Until the scrapers have seen everything: before, a price may change between two pages. The
  /// host knows of their runs as of messages and outboxes.
  void awaitAllLeads() {
    awaitLeads();
    ApiClient admin = new ApiClient(running().admin());
    long[] last = {-1, 0};
    await(
        "the scrapers' end",
        () -> {
          boolean quiet = admin.json("/quiet").path("quiet").asBoolean();
          long total = quiet ? api().as(BUYER).total("/leads") : -1;
          last[1] = quiet && total == last[0] ? last[1] + 1 : 0;
          last[0] = total;
          return last[1] >= QUIET_LOOKS;
        });
  }

  /// The address of the link in the newest letter to somebody.
  String letterTo(String email) {
    ApiClient admin = new ApiClient(running().admin());
    await("a letter to " + email, () -> !linkIn(admin, email).isEmpty());
    return linkIn(admin, email);
  }

  private static String linkIn(ApiClient admin, String email) {
    for (JsonNode letter : admin.json("/mail").path("letters")) {
      Matcher link = LINK.matcher(letter.path("text").asText());
      if (letter.path("to").asText().equals(email) && link.find()) {
        return link.group();
      }
    }
    return "";
  }

  static void await(String what, BooleanSupplier condition) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError("waited in vain for " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /// What is kept until the last test has ended.
  private record Started(Path data, RunningProduct product, ApiClient api)
      implements AutoCloseable {

    static Started now() {
      try {
        Path data = Files.createTempDirectory("aiqleads-product");
        RunningProduct product = RunningProduct.start(data, Map.of("local.homes", HOMES));
        return new Started(data, product, new ApiClient(product.gateway()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      product.close();
      Scratch.delete(data);
    }
  }
}
