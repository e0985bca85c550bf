package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.crawling.Market;
import com.aiqleads.acquisition.crawling.Sources;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.Grace;
import com.aiqleads.acquisition.fetching.Pace;
import com.aiqleads.acquisition.fetching.SourcePolicy;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// `sources.json`: what may be fetched, from where, how fast; real sources lack an approval
/// until somebody has read their terms.
@Serdeable
public record SourcesFile(
    String userAgent, int revisitAfterMinutes, List<Source> sources, List<Place> markets) {

  private static final String FILE = "sources.json";
  private static final Pattern NAME = Pattern.compile("([a-z0-9-]{1,63}\\.){1,5}[a-z]{2,20}");

  private static final Duration SANDBOX_INTERVAL = Duration.ofNanos(1_000_000_000 / 60);
  private static final Pace SANDBOX_PACE =
      new Pace(SANDBOX_INTERVAL, SANDBOX_INTERVAL, 16, Duration.ofSeconds(2));
  private static final Duration SANDBOX_REVISIT_AFTER = Duration.ofMinutes(10);
  private static final Grace SANDBOX_GRACE = new Grace(2, Duration.ofMinutes(10));

  /// A market as we call it, and as the site's search does.
  @Serdeable
  record Place(String market, String place) {}

  /// One source and its policy.
  @Serdeable
  record Source(
      String source,
      URI baseUrl,
      Set<String> allowedHosts,
      String termsUrl,
      int intervalMillis,
      @Nullable String approvedBy,
      @Nullable Instant approvedUntil) {

    /// Of a real site: an address by number, a port of its own or a name without a dot leads
    /// inside.
    SourcePolicy policy(String userAgent) {
      boolean isPublic =
          "https".equals(baseUrl.getScheme())
              && allowedHosts.stream().allMatch(host -> NAME.matcher(host).matches());
      if (!isPublic) {
        throw new IllegalArgumentException(source + ": only https and hosts by name are fetched");
      }
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
          new Approval.Approved("the sandbox", Approval.OPEN_ENDED),
          Set.of(sandbox.getRawAuthority()),
          SANDBOX_PACE,
          userAgent);
    }
  }

  /// The sources of the file beside this class: as the sandbox plays them, if there is one.
  public static Sources of(Class<?> owner, ObjectMapper json, @Nullable URI sandbox) {
    try (InputStream text = owner.getResourceAsStream(FILE)) {
      SourcesFile file = json.readValue(Objects.requireNonNull(text, FILE), SourcesFile.class);
      return sandbox == null ? file.real() : file.sandboxed(sandbox);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }

  private Sources real() {
    return new Sources(
        sources.stream().map(source -> source.policy(userAgent)).toList(),
        places(),
        revisitAfter());
  }

  private List<Market> places() {
    return markets.stream().map(place -> new Market(place.market(), place.place())).toList();
  }

  private Duration revisitAfter() {
    return Duration.ofMinutes(revisitAfterMinutes);
  }

  private Sources sandboxed(URI sandbox) {
    return new Sources(
        sources.stream().map(source -> source.sandboxed(sandbox, userAgent)).toList(),
        places(),
        SANDBOX_REVISIT_AFTER,
        SANDBOX_GRACE);
  }
}
