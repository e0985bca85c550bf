package com.aiqleads.acquisition.overseeacquisition;

import com.aiqleads.acquisition.CrawledSite;
import com.aiqleads.acquisition.approving.FieldGroup;
import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.SearchTarget;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.approving.SourceChange;
import com.aiqleads.acquisition.approving.SourceChange.Act;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.UserId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Enters decisions into the book, each with who made it.
@Singleton
final class DecideSources {

  private final SourceBook book;
  private final InstantSource clock;

  /// What is decided of one source.
  record Decided(CrawledSite source, Optional<Permit> permit, List<SearchTarget> targets) {}

  DecideSources(SourceBook book, InstantSource clock) {
    this.book = book;
    this.clock = clock;
  }

  List<Decided> all() {
    return CrawledSite.all().stream()
        .map(source -> new Decided(source, book.permit(source), book.targets(source)))
        .toList();
  }

  void permit(Permit permit) {
    String fields =
        permit.allowedFields().stream()
            .map(FieldGroup::id)
            .sorted()
            .collect(Collectors.joining(", "));
    String text =
        "%s until %s, terms %s read at %s, robots %s, fields %s, photos %s, every %d minutes"
            .formatted(
                permit.accessBasis().id(),
                permit.expiresAt(),
                permit.termsUrl(),
                permit.termsReviewedAt(),
                permit.robotsUrl(),
                fields,
                permit.imageMode().id(),
                permit.cadence().toMinutes());
    book.put(
        permit,
        change(permit.approvedAt(), permit.approvedBy(), permit.source(), Act.PERMITTED, "", text));
  }

  boolean withdraw(CrawledSite source, UserId who) {
    return book.withdraw(
        source, change(clock.instant(), who.text(), source, Act.PERMIT_WITHDRAWN, "", ""));
  }

  void target(SearchTarget target) {
    String text =
        "%s as %s, every %d minutes"
            .formatted(
                target.active() ? "on" : "off", target.place(), target.cadence().toMinutes());
    book.put(
        target,
        change(
            target.approvedAt(),
            target.approvedBy(),
            target.source(),
            Act.TARGET_SET,
            target.market(),
            text));
  }

  boolean remove(CrawledSite source, String market, UserId who) {
    return book.remove(
        source,
        market,
        change(clock.instant(), who.text(), source, Act.TARGET_REMOVED, market, ""));
  }

  List<SourceChange> changes(CrawledSite source) {
    return book.changes(source);
  }

  private SourceChange change(
      Instant at, String who, CrawledSite source, Act act, String subject, String text) {
    return new SourceChange(Ids.next(clock), at, who, source, act, subject, text);
  }
}
