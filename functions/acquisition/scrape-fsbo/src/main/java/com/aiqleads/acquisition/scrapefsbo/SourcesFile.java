package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import io.micronaut.serde.annotation.Serdeable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `sources.json`: what may be fetched, from where, how fast; real sources lack an approval until
/// somebody has read their terms.
@Serdeable
record SourcesFile(
    String userAgent, int revisitAfterMinutes, List<Source> sources, List<Market> markets) {

  private static final Instant SANDBOX_APPROVED_UNTIL = Instant.parse("9999-01-01T00:00:00Z");
  private static final Duration SANDBOX_INTERVAL = Duration.ofNanos(1_000_000_000 / 60);
  private static final Duration SANDBOX_REVISIT_AFTER = Duration.ofMinutes(10);

  @Serdeable
  record Source(
      String source,
      URI baseUrl,
      Set<String> allowedHosts,
      String termsUrl,
      int intervalMillis,
      @Nullable String approvedBy,
      @Nullable Instant approvedUntil) {

    private SourcePolicy policy(String userAgent) {
      return new SourcePolicy(
          source, baseUrl, termsUrl, approval(), allowedHosts, interval(), userAgent);
    }

    private Duration interval() {
      return Duration.ofMillis(intervalMillis);
    }

    private Approval approval() {
      return approvedBy == null || approvedUntil == null
          ? new Approval.NotApproved()
          : new Approval.Approved(approvedBy, approvedUntil);
    }

    private SourcePolicy sandboxed(URI sandbox, String userAgent) {
      return new SourcePolicy(
          source,
          sandbox.resolve("/" + source + "/"),
          "none: our own synthetic site",
          new Approval.Approved("the sandbox", SANDBOX_APPROVED_UNTIL),
          Set.of(sandbox.getRawAuthority()),
          SANDBOX_INTERVAL,
          userAgent);
    }
  }

  Sources real() {
    return new Sources(
        sources.stream().map(source -> source.policy(userAgent)).toList(), markets, revisitAfter());
  }

  private Duration revisitAfter() {
    return Duration.ofMinutes(revisitAfterMinutes);
  }

  /// The same sources, as the sandbox plays them.
  Sources sandboxed(URI sandbox) {
    return new Sources(
        sources.stream().map(source -> source.sandboxed(sandbox, userAgent)).toList(),
        markets,
        SANDBOX_REVISIT_AFTER);
  }
}
