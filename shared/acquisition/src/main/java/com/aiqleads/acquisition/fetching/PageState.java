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
/// @param absence searches in a row that did not find it
public record PageState(
    Target target,
    String address,
    Kind kind,
    Validators validators,
    String contentHash,
    int changes,
    int unchangedVisits,
    Instant dueAt,
    Life life,
    Absence absence) {

  /// A listing is visited when it is due; a page of results whenever a crawl comes by. What is gone
  /// may come back; what has vanished was gone when somebody looked, after no search had found it
  /// for long.
  public enum Kind {
    LISTING,
    RESULTS,
    GONE,
    VANISHED
  }

  /// In UTF-8: what a store takes as the key of a page. Of a longer address no page is visited.
  public static final int MAX_ADDRESS_BYTES = 1_024;

  public PageState {
    if (!isAddress(address)) {
      throw new IllegalArgumentException("the address of a page is longer than its key may be");
    }
  }

  public static boolean isAddress(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length <= MAX_ADDRESS_BYTES;
  }

  public static PageState discovered(Target target, String address, Kind kind) {
    return new PageState(
        target, address, kind, Validators.NONE, "", 0, 0, Instant.EPOCH, Life.UNSEEN, Absence.NONE);
  }

  public boolean isDue(Instant now) {
    return kind == Kind.LISTING && !now.isBefore(dueAt);
  }

  /// Whether no search has found it for so long that somebody should look if it is gone for good.
  public boolean isMissing(Grace grace, Instant now) {
    return mayVanish() && grace.isOver(absence, now);
  }

  private boolean mayVanish() {
    return kind == Kind.LISTING || kind == Kind.GONE;
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
    Life seen = life.seen(page.fetchedAt());
    return new PageState(
        target,
        address,
        kind,
        page.validators(),
        page.body().hash(),
        changes + 1,
        0,
        seen.next(page.fetchedAt(), revisitAfter, 0),
        seen,
        absence);
  }

  /// The longer a page stays the same, the rarer it is visited.
  public PageState unchanged(Instant now, Duration revisitAfter) {
    Life seen = life.seen(now);
    return new PageState(
        target,
        address,
        kind,
        validators,
        contentHash,
        changes,
        unchangedVisits + 1,
        seen.next(now, revisitAfter, unchangedVisits + 1),
        seen,
        absence);
  }

  /// Its site will take it down then.
  public PageState endingAt(Instant time) {
    return with(kind, dueAt, life.endingAt(time), absence);
  }

  /// A page that was gone, but is found by a search again: perhaps it was away for a moment only.
  /// Visited as late as any other, since a search may go on finding what is gone.
  public PageState foundAgain(Duration revisitAfter) {
    return with(Kind.LISTING, dueAt.plus(revisitAfter), life, Absence.NONE);
  }

  /// A whole search did not find it.
  public PageState missedIn(Instant round) {
    return mayVanish() ? with(kind, dueAt, life, absence.missedIn(round)) : this;
  }

  /// A search found it, or a look showed that it is there.
  public PageState met() {
    return with(kind, dueAt, life, Absence.NONE);
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
        page.fetchedAt(),
        life,
        absence);
  }

  public PageState vanished() {
    return with(Kind.VANISHED, dueAt, life, absence);
  }

  private PageState with(Kind otherKind, Instant otherDueAt, Life otherLife, Absence otherAbsence) {
    return new PageState(
        target,
        address,
        otherKind,
        validators,
        contentHash,
        changes,
        unchangedVisits,
        otherDueAt,
        otherLife,
        otherAbsence);
  }
}
