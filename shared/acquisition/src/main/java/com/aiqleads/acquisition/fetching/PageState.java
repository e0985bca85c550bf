package com.aiqleads.acquisition.fetching;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/// What is known of a page from its last visit; together they are the frontier.
///
/// @param contentHash empty until it was seen for the first time
/// @param changes how often its content was new
/// @param unchangedVisits visits in a row that brought nothing new
public record PageState(
    Target target,
    String address,
    Kind kind,
    Validators validators,
    String contentHash,
    int changes,
    int unchangedVisits,
    Instant dueAt) {

  /// A listing is visited when it is due; a page of results whenever a crawl comes by.
  public enum Kind {
    LISTING,
    RESULTS,
    GONE
  }

  /// In UTF-8: what a store takes as the key of a page. Of a longer address no page is visited.
  public static final int MAX_ADDRESS_BYTES = 1_024;

  private static final int MAX_DOUBLINGS = 5;

  public PageState {
    if (!isAddress(address)) {
      throw new IllegalArgumentException("the address of a page is longer than its key may be");
    }
  }

  public static boolean isAddress(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= MAX_ADDRESS_BYTES;
  }

  public static PageState discovered(Target target, String address, Kind kind) {
    return new PageState(target, address, kind, Validators.NONE, "", 0, 0, Instant.EPOCH);
  }

  public boolean isDue(Instant now) {
    return kind == Kind.LISTING && !now.isBefore(dueAt);
  }

  public boolean differs(FetchedPage page) {
    return !page.body().hash().equals(contentHash);
  }

  /// The id of the content that a change brings, the same if the change is seen again after a
  /// crash.
  public PageId nextPageId(FetchedPage page) {
    return new PageId(
        Ids.derived("page", target.source(), address, page.body().hash(), String.valueOf(changes)));
  }

  public PageState changed(FetchedPage page, Duration revisitAfter) {
    return new PageState(
        target,
        address,
        kind,
        page.validators(),
        page.body().hash(),
        changes + 1,
        0,
        page.fetchedAt().plus(revisitAfter));
  }

  /// The longer a page stays the same, the rarer it is visited.
  public PageState unchanged(Instant now, Duration revisitAfter) {
    Duration wait = revisitAfter.multipliedBy(1L << Math.min(unchangedVisits + 1, MAX_DOUBLINGS));
    return new PageState(
        target,
        address,
        kind,
        validators,
        contentHash,
        changes,
        unchangedVisits + 1,
        now.plus(wait));
  }

  /// A page that was gone, but is found by a search again: perhaps it was away for a moment only.
  /// Visited as late as any other, since a search may go on finding what is gone.
  public PageState foundAgain(Duration revisitAfter) {
    return new PageState(
        target,
        address,
        Kind.LISTING,
        validators,
        contentHash,
        changes,
        unchangedVisits,
        dueAt.plus(revisitAfter));
  }

  public PageState gone(FetchedPage page) {
    return new PageState(
        target,
        address,
        Kind.GONE,
        Validators.NONE,
        page.body().hash(),
        changes + 1,
        0,
        page.fetchedAt());
  }
}
