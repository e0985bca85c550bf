package com.aiqleads.acquisition.retaining;

import com.aiqleads.acquisition.resolution.KnownLead;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// How long each kind of record is kept, said once: `docs/legal/retention.md` shows it. What proves
/// a duty of ours has no rule here and is never swept: consents, suppressions, erasures with their
/// reports, disclosures, deletion requests, and who decided of sources.
public enum RetentionRule {
  ENDED_LEADS(
      Duration.ofDays(90),
      "leads whose every advertisement has ended, with contacts, lineage and matches",
      "the last advertisement ended",
      "somebody may still ask whence a lead came; raw pages end then, too"),
  UNSEEN_LEADS(
      Duration.ofDays(180),
      "leads of which no advertisement was seen any more, in the same way",
      "one was seen last",
      "a source that is switched off shows no ends"),
  STRAY_LINEAGE(
      Duration.ofDays(90),
      "lineage of advertisements that became no lead",
      "it was parsed last",
      "the page that it points at is gone by then"),
  REFUSALS(
      Duration.ofDays(90),
      "refusals of pages and listings",
      "it was refused",
      "the page that it is about is gone by then"),
  STRAY_ENDINGS(
      Duration.ofDays(90),
      "ends of advertisements that nobody keeps any more",
      "it ended",
      "no message of before is under way for so long"),
  PROPOSALS(
      Duration.ofDays(90),
      "what language models proposed, and what rules made of it",
      "it was proposed",
      "the page that it can be compared with is gone by then"),
  SCRUBS(
      Duration.ofDays(5 * 365),
      "looks at do-not-call lists, as keyed hashes",
      "the number was looked up last",
      "callers have to prove for five years that they looked (16 CFR 310.5)");

  private final Duration kept;
  private final String records;
  private final String since;
  private final String why;

  RetentionRule(Duration kept, String records, String since, String why) {
    this.kept = kept;
    this.records = records;
    this.since = since;
    this.why = why;
  }

  public Duration kept() {
    return kept;
  }

  public String records() {
    return records;
  }

  public String since() {
    return since;
  }

  public String why() {
    return why;
  }

  /// When the time of a lead is over, as it stands now: with its last advertisement.
  public static Instant keptUntil(KnownLead lead) {
    return lead.advertisements().stream()
        .map(one -> keptUntil(one.listing().observedAt(), lead.endings().get(one.listing().id())))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static Instant keptUntil(Instant seenAt, @Nullable Instant endedAt) {
    Instant unseen = seenAt.plus(UNSEEN_LEADS.kept);
    if (endedAt == null || !endedAt.isAfter(seenAt)) {
      return unseen;
    }
    Instant ended = endedAt.plus(ENDED_LEADS.kept);
    return ended.isBefore(unseen) ? ended : unseen;
  }

  /// What is older may not be kept.
  public Instant oldest(Instant now) {
    return now.minus(kept);
  }
}
