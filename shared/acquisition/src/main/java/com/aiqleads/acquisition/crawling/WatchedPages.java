package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.FetchedPage;
import com.aiqleads.acquisition.fetching.PageState;
import com.aiqleads.acquisition.fetching.PageWorth;
import com.aiqleads.acquisition.fetching.Target;
import com.aiqleads.acquisition.parsing.Page;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.kernel.PageId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Reads what it announces as the next step will, and tells the limiter how much of it listings
/// told: a site whose pages have changed is not asked for thousands that nobody can read.
public final class WatchedPages implements Announcements {

  private final Announcements told;
  private final FetchLimiter limiter;
  private final Map<String, PageWorth> worth = new ConcurrentHashMap<>();

  public WatchedPages(Announcements told, FetchLimiter limiter) {
    this.told = told;
    this.limiter = limiter;
  }

  @Override
  public void fetched(PageId id, PageState state, FetchedPage page, String snapshotKey) {
    told.fetched(id, state, page, snapshotKey);
    String source = state.target().source();
    Source.find(source)
        .map(known -> new Page(known, state.address(), page.body().asUtf8(), page.fetchedAt()))
        .map(read -> share(PageParser.of(read.source()).read(read)))
        .ifPresent(
            share ->
                share.ifPresent(
                    filled ->
                        worth.merge(
                            source, PageWorth.NONE.and(filled), (all, _) -> all.and(filled))));
  }

  @Override
  public void refused(
      PageId id,
      Target target,
      String address,
      FetchedPage page,
      String snapshotKey,
      PageRefusal reason) {
    told.refused(id, target, address, page, snapshotKey, reason);
    if (reason.isUnwelcome()) {
      limiter.turnedAway(target.source());
    }
  }

  @Override
  public void vanished(PageId id, PageState state, FetchedPage page, String snapshotKey) {
    told.vanished(id, state, page, snapshotKey);
  }

  @Override
  public void flush() {
    told.flush();
    for (String source : List.copyOf(worth.keySet())) {
      limiter.judged(source, Objects.requireNonNullElse(worth.remove(source), PageWorth.NONE));
    }
  }

  /// Empty for a page that need not tell anything: of a home that is gone, of a search without
  /// one.
  static OptionalDouble share(PageReading reading) {
    return switch (reading) {
      case PageReading.Refused refused ->
          isUnreadable(refused) ? OptionalDouble.of(0) : OptionalDouble.empty();
      case PageReading.Read read ->
          read.listings().stream().mapToDouble(WatchedPages::share).average();
    };
  }

  private static boolean isUnreadable(PageReading.Refused refused) {
    return refused.reason() == PageRefusal.UNKNOWN
        || refused.reason() == PageRefusal.UNPAINTED
        || refused.reason() == PageRefusal.MALFORMED;
  }

  private static double share(ParsedListing parsed) {
    RawAddress address = parsed.address();
    return Stream.of(
            parsed.listing().price() != null,
            address.street() != null || address.city() != null || address.zip() != null,
            parsed.listing().property().bedrooms() != null,
            parsed.listing().property().livingAreaSqft() != null)
        .mapToInt(isThere -> isThere ? 1 : 0)
        .average()
        .orElse(0);
  }
}
