package com.aiqleads.acquisition.contacting;

import com.aiqleads.acquisition.ListedReason;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Which channels a phone number or a mail address may be used by, and why not by the others. It is
/// asked before a contact is shown or given out, and each time: scrubs grow old and hours pass.
public final class ContactRule {

  /// Why a channel is closed.
  public enum Refusal implements ListedReason {
    SUPPRESSED("The person asked not to be contacted."),
    NEVER_SCRUBBED("The number was never looked up on the national do-not-call list."),
    SCRUB_STALE("The number was looked up too long ago."),
    ON_A_LIST("The number is on a do-not-call list."),
    OUTSIDE_HOURS("It is too early or too late where the home is."),
    NO_CONSENT("The person has not agreed to machines, messages or advertising.");

    private final String text;

    Refusal(String text) {
      this.text = text;
    }

    @Override
    public String text() {
      return text;
    }
  }

  /// What is open, and the reasons for what is not.
  public record Decision(Set<Channel> allowed, Set<Refusal> refusals) {
    public Decision {
      allowed = Set.copyOf(allowed);
      refusals = Set.copyOf(refusals);
    }
  }

  /// What is known of a number or an address.
  ///
  /// @param consents what was agreed to and not taken back
  /// @param scrubs the newest of each list; of a mail address none
  /// @param state where the home is, in two letters
  public record Facts(
      boolean isSuppressed, Set<Channel> consents, List<Scrub> scrubs, String state) {
    public Facts {
      consents = Set.copyOf(consents);
      scrubs = List.copyOf(scrubs);
    }
  }

  /// The list without which nobody is called.
  public static final String NATIONAL = "national";

  private ContactRule() {}

  public static Decision forPhone(Facts facts, Instant now) {
    Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
    boolean agreed = facts.consents().stream().anyMatch(Channel::isByPhone);
    if (facts.isSuppressed()) {
      refusals.add(Refusal.SUPPRESSED);
    }
    if (facts.scrubs().stream().noneMatch(scrub -> scrub.list().equals(NATIONAL))) {
      refusals.add(Refusal.NEVER_SCRUBBED);
    } else if (facts.scrubs().stream().anyMatch(scrub -> scrub.isStale(now))) {
      refusals.add(Refusal.SCRUB_STALE);
    }
    if (!agreed && facts.scrubs().stream().anyMatch(Scrub::isListed)) {
      refusals.add(Refusal.ON_A_LIST);
    }
    if (!CallingHours.isOpen(facts.state(), now)) {
      refusals.add(Refusal.OUTSIDE_HOURS);
    }
    return decided(
        EnumSet.of(Channel.MANUAL_CALL, Channel.AUTOMATIC_CALL, Channel.TEXT_MESSAGE),
        facts,
        refusals);
  }

  public static Decision forMail(Facts facts) {
    Set<Refusal> refusals = EnumSet.noneOf(Refusal.class);
    if (facts.isSuppressed()) {
      refusals.add(Refusal.SUPPRESSED);
    }
    return decided(EnumSet.of(Channel.PERSONAL_MAIL, Channel.BULK_MAIL), facts, refusals);
  }

  /// One refusal that is not of a channel alone closes all of them.
  private static Decision decided(Set<Channel> asked, Facts facts, Set<Refusal> refusals) {
    Set<Channel> allowed = EnumSet.noneOf(Channel.class);
    if (refusals.isEmpty()) {
      asked.stream()
          .filter(channel -> !channel.needsConsent() || facts.consents().contains(channel))
          .forEach(allowed::add);
    }
    if (asked.stream()
        .anyMatch(channel -> channel.needsConsent() && !facts.consents().contains(channel))) {
      refusals.add(Refusal.NO_CONSENT);
    }
    return new Decision(allowed, refusals);
  }
}
