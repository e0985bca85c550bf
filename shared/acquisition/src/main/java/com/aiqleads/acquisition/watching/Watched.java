package com.aiqleads.acquisition.watching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What is known of a scope.
public record Watched(Profile usual, @Nullable Quarantine quarantine) {

  public static final Watched NOTHING = new Watched(Profile.NONE, null);

  /// What a batch comes to.
  ///
  /// @param passes whether it is told on
  /// @param after what is known of the scope then
  public record Verdict(boolean passes, List<Objection> objections, Watched after) {}

  /// A batch that is as usual is told on, and learnt from. Out of quarantine leads only a batch of
  /// which enough is known to be as usual; no luck of small numbers does.
  public Verdict judge(Batch batch, Instant now) {
    List<Objection> objections = Judge.objections(usual, batch);
    boolean isGrave = objections.stream().anyMatch(Objection::isGrave);
    boolean isEnough = batch.records().size() >= Judge.LEAST_RECORDS;
    if (!isGrave && (quarantine == null || isEnough)) {
      return new Verdict(true, objections, new Watched(usual.and(batch), null));
    }
    return new Verdict(false, objections, new Watched(usual, shut(batch, objections, now)));
  }

  /// A later batch may hold advertisements that were known, and show where their values stand.
  private Quarantine shut(Batch batch, List<Objection> objections, Instant now) {
    Quarantine shut = quarantine;
    if (shut == null) {
      return quarantine(batch, objections, now);
    }
    return shut.proposals().isEmpty()
        ? new Quarantine(
            shut.since(),
            shut.parserVersion(),
            shut.objections(),
            quarantine(batch, objections, now).proposals())
        : shut;
  }

  private Quarantine quarantine(Batch batch, List<Objection> objections, Instant now) {
    return new Quarantine(
        now,
        batch.parserVersion(),
        objections.stream()
            .map(
                each ->
                    each.layer().name().toLowerCase(java.util.Locale.ROOT)
                        + ", "
                        + each.subject()
                        + ": "
                        + each.text())
            .toList(),
        Proposal.of(usual, batch, objections).stream().map(Proposal::text).toList());
  }

  /// Of a scope of which nothing is ever learnt, only time can tell that it is over.
  public Watched lifted() {
    return new Watched(usual, null);
  }

  /// Without what was learnt of some advertisements.
  ///
  /// @param ids by which the source knows them
  public Watched without(Set<String> ids) {
    return new Watched(usual.without(ids), quarantine);
  }

  public Optional<Quarantine> inQuarantine() {
    return Optional.ofNullable(quarantine);
  }
}
