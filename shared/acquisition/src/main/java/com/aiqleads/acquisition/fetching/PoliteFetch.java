package com.aiqleads.acquisition.fetching;

import com.aiqleads.acquisition.WebAddress;
import com.aiqleads.acquisition.fetching.PageAnswer.Answered;
import com.aiqleads.acquisition.fetching.Turns.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/// Fetches within a source's policy: only while it is approved and from its hosts, only what its
/// robots file allows, and every request (robots files and redirects too) in its turn.
public final class PoliteFetch {

  private static final int MAX_REDIRECTS = 5;
  private static final int MAX_CONTENT_TYPE_LENGTH = 256;
  private static final int FIRST_SERVER_ERROR = 500;

  private final FetchPage pages;
  private final Turns turns;
  private final Robots robots;
  private final SparedPages spared;
  private final InstantSource clock;

  public PoliteFetch(
      FetchPage pages,
      ReadRobots reader,
      FetchLimiter limiter,
      SparedPages spared,
      Pause pause,
      InstantSource clock) {
    this.pages = pages;
    this.turns = new Turns(limiter, pause, clock);
    this.robots = new Robots(reader);
    this.spared = spared;
    this.clock = clock;
  }

  /// Fetches a page, unless its turn comes only after the deadline. Whether the page itself is to
  /// be left alone its caller has asked, of many at once; where it leads is asked here.
  public FetchOutcome fetch(
      SourcePolicy policy, PageRequest request, Validators known, Instant deadline) {
    URI url = request.url();
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      Optional<Refusal> objection = objection(policy, url, hops);
      if (objection.isPresent()) {
        return new FetchOutcome.Refused(objection.get());
      }
      Optional<Duration> missing = learnRobots(policy, url, deadline);
      if (missing.isPresent()) {
        return new FetchOutcome.Postponed(missing.get());
      }
      Robots.Entry rules = robots.of(url, clock.instant());
      if (!rules.rules().allows(url)) {
        return new FetchOutcome.Refused(Refusal.DISALLOWED_BY_ROBOTS);
      }
      Pace pace = policy.pace().atLeast(rules.rules().crawlDelay());
      switch (send(policy, pace, request.at(url), known, deadline, this::meaning)) {
        case Outcome.Missing(Duration time) -> {
          return new FetchOutcome.Postponed(time);
        }
        case Outcome.Used used -> {
          Optional<URI> elsewhere = redirect(url, used.answer());
          if (elsewhere.isEmpty()) {
            RobotsEvidence evidence = rules.evidence().decidedBy(rules.rules().rule(url));
            return outcome(policy, request, url, used, evidence);
          }
          url = elsewhere.get();
        }
      }
    }
    return new FetchOutcome.Refused(Refusal.TOO_MANY_REDIRECTS);
  }

  private Optional<Refusal> objection(SourcePolicy policy, URI url, int hops) {
    Optional<Refusal> objection = policy.objection(url, clock.instant());
    boolean leadsAstray =
        objection.isEmpty()
            && hops > 0
            && !spared.among(policy.source(), List.of(url.toString())).isEmpty();
    return leadsAstray ? Optional.of(Refusal.SPARED) : objection;
  }

  /// One thread asks for the file, the others wait for what it says.
  private synchronized Optional<Duration> learnRobots(
      SourcePolicy policy, URI page, Instant deadline) {
    if (robots.knows(page, clock.instant())) {
      return Optional.empty();
    }
    URI url = Robots.of(page);
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      switch (send(
          policy,
          policy.pace(),
          PageRequest.get(url),
          Validators.NONE,
          deadline,
          this::meaningOfRobots)) {
        case Outcome.Missing(Duration time) -> {
          return Optional.of(time);
        }
        case Outcome.Used used -> {
          Optional<URI> elsewhere =
              redirect(url, used.answer())
                  .filter(target -> policy.objection(target, clock.instant()).isEmpty());
          if (elsewhere.isEmpty() || hops == MAX_REDIRECTS) {
            robots.learn(Robots.of(page), used.answer(), policy.robotsName(), clock.instant());
            return Optional.empty();
          }
          url = elsewhere.get();
        }
      }
    }
    return Optional.empty();
  }

  private Outcome send(
      SourcePolicy policy,
      Pace pace,
      PageRequest request,
      Validators known,
      Instant deadline,
      BiFunction<PageAnswer, Duration, Ending> meaning) {
    return turns.use(
        policy.source(),
        pace,
        deadline,
        departure -> pages.fetch(request, known, policy.userAgent(), departure),
        meaning);
  }

  private Ending meaning(PageAnswer answer, Duration latency) {
    return switch (answer) {
      case PageAnswer.NotSent() -> new Ending.NotSent();
      case PageAnswer.TooLarge _ -> new Ending.Otherwise(latency);
      case PageAnswer.Failed _ -> new Ending.Failed();
      case Answered answered -> meaning(answered, latency);
    };
  }

  private Ending meaning(Answered answer, Duration latency) {
    return switch (answer.status()) {
      case 200 -> new Ending.Answered(latency);
      case 429, 503 ->
          new Ending.Throttled(RetryAfter.parse(answer.header("retry-after"), clock.instant()));
      case 401, 403, 999 -> new Ending.Denied();
      default ->
          answer.status() >= FIRST_SERVER_ERROR
              ? new Ending.Failed()
              : new Ending.Otherwise(latency);
    };
  }

  /// Whoever forbids the file forbids nothing by that.
  private Ending meaningOfRobots(PageAnswer answer, Duration latency) {
    Ending meaning = meaning(answer, latency);
    return meaning instanceof Ending.Denied ? new Ending.Otherwise(latency) : meaning;
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
      Outcome.Used used,
      RobotsEvidence evidence) {
    return switch (used.answer()) {
      case PageAnswer.NotSent() -> new FetchOutcome.Postponed(policy.pace().interval());
      case PageAnswer.TooLarge _ -> new FetchOutcome.Refused(Refusal.TOO_LARGE);
      case PageAnswer.Failed(String cause) -> new FetchOutcome.Unreachable(cause);
      case Answered answered ->
          switch (answered.status()) {
            case 429, 503 -> new FetchOutcome.Throttled(used.pause());
            case 200 -> new FetchOutcome.Fetched(page(request, url, answered, evidence));
            case 304 -> new FetchOutcome.NotModified();
            case 404, 410 -> new FetchOutcome.Gone(page(request, url, answered, evidence));
            case 401, 403, 999 -> new FetchOutcome.Refused(Refusal.ACCESS_DENIED);
            default -> new FetchOutcome.Unreachable("status " + answered.status());
          };
    };
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
