package com.aiqleads.acquisition.fetching;

import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.fetching.PageAnswer.Answered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Fetches within a source's policy: only while it is approved and from its hosts, only what its
/// robots file allows, and every request (robots files and redirects too) in its turn.
public final class PoliteFetch {

  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_CONTENT_TYPE_LENGTH = 256;

  private final FetchPage pages;
  private final Turns turns;
  private final Robots robots;
  private final Backoff backoff = new Backoff();
  private final InstantSource clock;

  public PoliteFetch(
      FetchPage pages, ReadRobots reader, FetchLimiter limiter, Pause pause, InstantSource clock) {
    this.pages = pages;
    this.turns = new Turns(limiter, pause, clock);
    this.robots = new Robots(reader);
    this.clock = clock;
  }

  /// Fetches a page, unless its turn comes only after the deadline.
  public FetchOutcome fetch(
      SourcePolicy policy, PageRequest request, Validators known, Instant deadline) {
    URI url = request.url();
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      Optional<Refusal> objection = policy.objection(url, clock.instant());
      if (objection.isPresent()) {
        return new FetchOutcome.Refused(objection.get());
      }
      Optional<Duration> missing = learnRobots(policy, url, deadline);
      Robots.Entry rules = robots.of(url, clock.instant());
      if (missing.isEmpty() && !rules.rules().allows(url)) {
        return new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS);
      }
      missing = missing.or(() -> turns.await(policy.source(), interval(policy, rules), deadline));
      if (missing.isPresent()) {
        return new FetchOutcome.Postponed(missing.get());
      }
      PageAnswer answer = pages.fetch(request.at(url), known, policy.userAgent());
      Optional<URI> elsewhere = redirect(url, answer);
      if (elsewhere.isEmpty()) {
        return outcome(policy, request, url, answer, rules.evidence());
      }
      url = elsewhere.get();
    }
    return new FetchOutcome.Refused(Refusal.TOO_MANY_REDIRECTS);
  }

  /// One thread asks for the file, the others wait for what it says.
  private synchronized Optional<Duration> learnRobots(
      SourcePolicy policy, URI page, Instant deadline) {
    if (robots.knows(page, clock.instant())) {
      return Optional.empty();
    }
    URI url = Robots.of(page);
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      Optional<Duration> missing = turns.await(policy.source(), policy.interval(), deadline);
      if (missing.isPresent()) {
        return missing;
      }
      PageAnswer answer = pages.fetch(PageRequest.get(url), Validators.NONE, policy.userAgent());
      Optional<URI> elsewhere =
          redirect(url, answer)
              .filter(target -> policy.objection(target, clock.instant()).isEmpty());
      if (elsewhere.isEmpty() || hops == MAX_REDIRECTS) {
        robots.learn(Robots.of(page), answer, policy.robotsName(), clock.instant());
        return Optional.empty();
      }
      url = elsewhere.get();
    }
    return Optional.empty();
  }

  private static Duration interval(SourcePolicy policy, Robots.Entry rules) {
    Duration asked = rules.rules().crawlDelay();
    return asked.compareTo(policy.interval()) > 0 ? asked : policy.interval();
  }

  private static Optional<URI> redirect(URI from, PageAnswer answer) {
    if (answer instanceof Answered answered
        && answered.status() >= 301
        && answered.status() <= 308
        && answered.status() != 304
        && !answered.header("location").isEmpty()
        && answered.header("location").length() <= WebAddress.MAX_LENGTH) {
      try {
        return Optional.of(from.resolve(answered.header("location")));
      } catch (IllegalArgumentException _) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private FetchOutcome outcome(
      SourcePolicy policy,
      PageRequest request,
      URI url,
      PageAnswer answer,
      RobotsEvidence evidence) {
    return switch (answer) {
      case PageAnswer.TooLarge _ -> new FetchOutcome.Refused(Refusal.TOO_LARGE);
      case PageAnswer.Failed(String cause) -> new FetchOutcome.Unreachable(cause);
      case Answered answered -> byStatus(policy, request, url, answered, evidence);
    };
  }

  private FetchOutcome byStatus(
      SourcePolicy policy, PageRequest request, URI url, Answered answer, RobotsEvidence evidence) {
    return switch (answer.status()) {
      case 429, 503 -> throttled(policy.source(), answer);
      case 200 -> {
        backoff.recovered(policy.source());
        yield new FetchOutcome.Fetched(page(request, url, answer, evidence));
      }
      case 304 -> {
        backoff.recovered(policy.source());
        yield new FetchOutcome.NotModified();
      }
      case 404, 410 -> new FetchOutcome.Gone(page(request, url, answer, evidence));
      case 401, 403, 999 -> new FetchOutcome.Refused(Refusal.ACCESS_DENIED);
      default -> new FetchOutcome.Unreachable("status " + answer.status());
    };
  }

  private FetchOutcome throttled(String site, Answered answer) {
    Duration wait =
        RetryAfter.parse(answer.header("retry-after"), clock.instant())
            .orElseGet(() -> backoff.next(site));
    turns.holdOff(site, wait);
    return new FetchOutcome.Throttled(wait);
  }

  private static String bounded(String contentType) {
    return contentType.length() <= MAX_CONTENT_TYPE_LENGTH ? contentType : "";
  }

  private FetchedPage page(PageRequest request, URI url, Answered answer, RobotsEvidence evidence) {
    return new FetchedPage(
        request,
        url,
        answer.status(),
        bounded(answer.header("content-type")),
        Validators.of(answer.header("etag"), answer.header("last-modified")),
        answer.body(),
        clock.instant(),
        evidence);
  }
}
