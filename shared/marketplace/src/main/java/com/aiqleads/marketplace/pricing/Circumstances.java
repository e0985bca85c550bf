package com.aiqleads.marketplace.pricing;

import com.aiqleads.marketplace.Lead;
import com.aiqleads.marketplace.Score;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a price depends on besides the book: with both it is computed again, bit for
/// bit. Nothing of it leads to the seller.
public record Circumstances(
    List<String> sources,
    String type,
    String state,
    long ageDays,
    int quality,
    int fraud,
    Market market) {

  public Circumstances {
    sources = List.copyOf(sources);
    if (ageDays < 0 || isNoScore(quality) || isNoScore(fraud)) {
      throw new IllegalArgumentException("no circumstances of a lead");
    }
  }

  public static Circumstances of(
      Lead lead, Score quality, Score fraud, Market market, Instant now) {
    List<String> sources =
        lead.sources().isEmpty() ? List.of(lead.advertisement().source()) : lead.sources();
    return new Circumstances(
        sources,
        lead.property().type(),
        lead.address().state(),
        ageDays(lead.firstSeenAt(), lead.advertisement().listedOn(), now),
        quality.points(),
        fraud.points(),
        market);
  }

  /// The same for a price that no step holds back.
  Circumstances settled() {
    Market now = market;
    return new Circumstances(
        sources,
        type,
        state,
        ageDays,
        quality,
        fraud,
        new Market(
            now.taken(),
            now.hoursUnwanted(),
            now.supply(),
            now.demand(),
            now.response(),
            null,
            null));
  }

  /// Since its first appearance anywhere.
  public static long ageDays(Instant firstSeenAt, @Nullable LocalDate listedOn, Instant now) {
    Instant born = firstSeenAt;
    if (listedOn != null && listedOn.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(born)) {
      born = listedOn.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    return Math.max(0, Duration.between(born, now).toDays());
  }

  private static boolean isNoScore(int points) {
    return points < 0 || points > Score.MAX_POINTS;
  }
}
