package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.approving.Permit;
import com.aiqleads.acquisition.approving.PermitObjection;
import com.aiqleads.acquisition.contacting.Channel;
import com.aiqleads.acquisition.contacting.Consent;
import com.aiqleads.acquisition.contacting.ContactRule;
import com.aiqleads.acquisition.contacting.ContactRule.Decision;
import com.aiqleads.acquisition.contacting.ContactRule.Refusal;
import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.acquisition.fetching.Approval;
import com.aiqleads.acquisition.fetching.FetchEvidence;
import com.aiqleads.acquisition.lineage.Lineage;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The legal passport of a lead. It names nobody, so everybody who may see leads may see it.
///
/// @param lookedUpAt the oldest look at a do-not-call list that counts; none as long as one of the
///     numbers was never looked up on the national list
@Serdeable
record PassportView(
    String leadId,
    @Schema(description = "As of when; suppression is checked now") Instant checkedAt,
    List<SourceView> sources,
    @Schema(description = "When retention forgets the lead, if nothing new is seen of it")
        Instant keptUntil,
    boolean suppressed,
    @Schema(description = "What the lead's people agreed to or took back, the oldest first")
        List<ConsentView> consents,
    @Nullable Instant lookedUpAt,
    DecisionView phone,
    DecisionView mail) {

  /// Whence it is known, and by what right.
  @Serdeable
  record SourceView(
      String source,
      Instant observedAt,
      @Schema(description = "Of the stored page, which carries the evidence of its fetch")
          String snapshotKey,
      String parserVersion,
      @Schema(description = "Why it is not fetched now; missing if it is") @Nullable String refusal,
      @Nullable String termsUrl,
      @Schema(description = "Missing of our own sandbox, whose terms nobody has to read")
          @Nullable Instant termsReviewedAt,
      @Nullable String robotsUrl,
      @Nullable String accessBasis,
      @Schema(description = "Who approves of the source now") @Nullable String approvedBy,
      @Schema(description = "Missing if it is open-ended") @Nullable Instant approvedUntil,
      @Schema(description = "Of the page's fetch; missing when the page is gone")
          @Nullable EvidenceView fetch) {

    static SourceView of(
        Lineage lineage, Optional<Permit> permit, Optional<FetchEvidence> fetch, Instant now) {
      Permit known = permit.orElse(null);
      return new SourceView(
          lineage.source(),
          lineage.observedAt(),
          lineage.snapshotKey(),
          lineage.parserVersion(),
          permit
              .map(one -> one.objection(now))
              .orElse(Optional.of(PermitObjection.NOT_APPROVED))
              .map(PermitObjection::code)
              .orElse(null),
          known == null ? null : known.termsUrl().toString(),
          known == null || known.termsReviewedAt().isAfter(now) ? null : known.termsReviewedAt(),
          known == null ? null : known.robotsUrl().toString(),
          known == null ? null : known.accessBasis().id(),
          known == null ? null : known.approvedBy(),
          known == null ? null : end(known.expiresAt()),
          fetch.map(EvidenceView::of).orElse(null));
    }

    private static @Nullable Instant end(Instant expiry) {
      return expiry.isBefore(Approval.OPEN_ENDED) ? expiry : null;
    }
  }

  /// That the source was asked by its rules.
  @Serdeable
  record EvidenceView(
      Instant fetchedAt,
      @Schema(description = "Of the answer to the robots file") int robotsStatus,
      @Schema(description = "SHA-256 of the robots file as it was read") String robotsHash,
      Instant robotsReadAt,
      @Schema(description = "The line that decided, or none; missing if that was not kept")
          @Nullable String robotsRule,
      @Schema(description = "Who had approved of it then") String approvedBy) {

    static EvidenceView of(FetchEvidence evidence) {
      return new EvidenceView(
          evidence.fetchedAt(),
          evidence.robotsStatus(),
          evidence.robotsHash(),
          evidence.robotsReadAt(),
          evidence.robotsRule(),
          evidence.approvedBy());
    }
  }

  /// One line of the ledger, without whose it is and what they were shown.
  @Serdeable
  record ConsentView(
      @Schema(example = "automatic_call") String channel,
      @Schema(example = "given") String act,
      Instant at) {

    static List<ConsentView> of(Collection<Consent> ledger) {
      return ledger.stream()
          .sorted(Comparator.comparing(Consent::at))
          .map(
              line ->
                  new ConsentView(
                      line.channel().id(), line.act().name().toLowerCase(Locale.ROOT), line.at()))
          .toList();
    }
  }

  /// What is open for every number or address of the lead, and why not the rest.
  @Serdeable
  record DecisionView(
      @Schema(example = "[\"manual_call\"]") List<String> allowed,
      @Schema(example = "[\"no_consent\"]") List<String> refusals) {

    static DecisionView of(List<Decision> all) {
      return new DecisionView(
          List.of(Channel.values()).stream()
              .filter(channel -> !all.isEmpty())
              .filter(channel -> all.stream().allMatch(one -> one.allowed().contains(channel)))
              .map(Channel::id)
              .toList(),
          all.stream()
              .flatMap(one -> one.refusals().stream())
              .distinct()
              .sorted()
              .map(Refusal::code)
              .toList());
    }
  }

  /// None, as long as one of the numbers was never looked up on the national list.
  static Optional<Instant> oldest(List<List<Scrub>> looks) {
    boolean isWhole = looks.stream().allMatch(PassportView::isNational);
    return looks.stream()
        .filter(_ -> isWhole)
        .flatMap(List::stream)
        .map(Scrub::at)
        .min(Comparator.naturalOrder());
  }

  private static boolean isNational(List<Scrub> looks) {
    return looks.stream().anyMatch(look -> look.list().equals(ContactRule.NATIONAL));
  }
}
