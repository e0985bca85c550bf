package com.aiqleads.acquisition.fetching;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/// Things that the tests of fetching talk about.
public final class FetchingFixtures {

  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  public static final PageBytes ROBOTS = PageBytes.of("User-agent: *");
  public static final Target TARGET = new Target("homes", "miami-fl");

  private FetchingFixtures() {}

  public static SourcePolicy aPolicy() {
    return aPolicy(new Approval.Approved("counsel", NOON.plus(Duration.ofDays(30))));
  }

  public static SourcePolicy aPolicy(Approval approval) {
    return aPolicy("homes", approval);
  }

  public static SourcePolicy aPolicyOf(String source) {
    return aPolicy(source, new Approval.Approved("counsel", NOON.plus(Duration.ofDays(30))));
  }

  private static SourcePolicy aPolicy(String source, Approval approval) {
    return new SourcePolicy(
        source,
        URI.create("https://homes.example/"),
        "https://homes.example/terms",
        approval,
        Set.of("homes.example", "www.homes.example"),
        Duration.ofSeconds(1),
        "TestBot/1.0 (+https://bot.example)");
  }

  public static FetchedPage aPage(String address, String body) {
    return new FetchedPage(
        PageRequest.get(URI.create(address)),
        URI.create(address),
        200,
        "text/html",
        new Validators("\"1\"", ""),
        PageBytes.of(body),
        NOON,
        new RobotsEvidence(
            URI.create("https://homes.example/robots.txt"), 200, ROBOTS, NOON, "Allow: /"));
  }
}
