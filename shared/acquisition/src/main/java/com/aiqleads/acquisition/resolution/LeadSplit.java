package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes apart what was joined by mistake: some of a lead's advertisements get a lead of their own,
/// as if they had never been joined. They stay there, since a known advertisement stays with its
/// lead.
public final class LeadSplit {

  /// What came of it.
  public sealed interface Outcome {

    record Done(Half left, Half part) implements Outcome {}

    record UnknownLead() implements Outcome {}

    /// Those are no advertisements of the lead; maybe they were taken out before.
    record NotOfTheLead(Set<ListingId> listings) implements Outcome {
      public NotOfTheLead {
        listings = Set.copyOf(listings);
      }
    }

    /// Somebody else has changed the lead just now: who wants it taken apart has to look again.
    record Changed() implements Outcome {}

    /// Both sides must have one.
    record NothingOnOneSide() implements Outcome {}
  }

  /// One of the two leads.
  ///
  /// @param listing one of its advertisements
  /// @param lead what it says; empty if all of its advertisements have ended
  public record Half(LeadId id, long version, ListingId listing, Optional<Lead> lead) {}

  private final Leads leads;
  private final InstantSource clock;

  public LeadSplit(Leads leads, InstantSource clock) {
    this.leads = leads;
    this.clock = clock;
  }

  /// Inside a transaction, and nothing else in it.
  public Outcome split(LeadId lead, Set<ListingId> moved, String by, String why) {
    Optional<KnownLead> before = leads.find(lead);
    before.ifPresent(this::reserve);
    Optional<KnownLead> known = leads.find(lead);
    if (!known.equals(before)) {
      return new Outcome.Changed();
    }
    return known.map(joined -> decided(joined, moved, by, why)).orElseGet(Outcome.UnknownLead::new);
  }

  private void reserve(KnownLead known) {
    leads.reserve(ids(known.advertisements()), Split.keys(known));
  }

  private Outcome decided(KnownLead joined, Set<ListingId> moved, String by, String why) {
    Set<ListingId> strangers =
        moved.stream()
            .filter(listing -> joined.find(listing).isEmpty())
            .collect(Collectors.toSet());
    if (!strangers.isEmpty()) {
      return new Outcome.NotOfTheLead(strangers);
    }
    if (moved.isEmpty() || moved.size() == joined.advertisements().size()) {
      return new Outcome.NothingOnOneSide();
    }
    KnownLead left = side(joined.id(), joined.version() + 1, joined, moved, false);
    KnownLead part = side(new LeadId(Ids.next(clock)), 1, joined, moved, true);
    leads.split(new Split(left, part, by, why, clock.instant()));
    return new Outcome.Done(half(left), half(part));
  }

  private static KnownLead side(
      LeadId id, long version, KnownLead joined, Set<ListingId> moved, boolean isMoved) {
    List<Advertisement> advertisements =
        joined.advertisements().stream()
            .filter(one -> moved.contains(one.listing().id()) == isMoved)
            .toList();
    return new KnownLead(id, version, advertisements, Map.copyOf(joined.endings()));
  }

  private Half half(KnownLead side) {
    ListingId listing = side.merged().listing().id();
    if (side.live().isEmpty()) {
      return new Half(side.id(), side.version(), listing, Optional.empty());
    }
    Candidates around = leads.find(listing, Split.keys(side));
    return new Half(
        side.id(), side.version(), listing, Optional.of(SharedPhones.remarked(side, around)));
  }

  private static Set<ListingId> ids(List<Advertisement> advertisements) {
    return advertisements.stream()
        .flatMap(one -> Stream.of(one.listing().id()))
        .collect(Collectors.toSet());
  }
}
