package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Contact;
import com.aiqleads.acquisition.Explained;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.contact.ContactRemark;
import com.aiqleads.acquisition.resolution.Resolution.Changed;
import com.aiqleads.acquisition.resolution.Resolution.Filed;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Outdated;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.resolution.Resolution.Unchanged;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides of which property an advertisement is. A known advertisement stays with its lead; a new
/// one goes to the lead that it fits best, of equals to the oldest, or starts its own.
public final class LeadResolution {

  static final int SHARED_PHONE_FROM = 3;

  private record Candidate(KnownLead known, Match match) {}

  private final Leads leads;
  private final InstantSource clock;

  public LeadResolution(Leads leads, InstantSource clock) {
    this.leads = leads;
    this.clock = clock;
  }

  /// Comes first in a transaction, with every advertisement that it will resolve or end, and with
  /// every other id of one that it will learn.
  public void reserve(List<Advertisement> seen, Set<ListingId> others, Set<ListingId> ending) {
    Set<ListingId> ended = own(ending);
    Stream<Advertisement> touched =
        ended.stream()
            .flatMap(listing -> showing(listing).stream())
            .flatMap(lead -> lead.advertisements().stream());
    leads.reserve(
        Stream.of(
                seen.stream().map(one -> one.listing().id()),
                others.stream(),
                ending.stream(),
                ended.stream())
            .flatMap(ids -> ids)
            .collect(Collectors.toSet()),
        Stream.concat(seen.stream(), touched)
            .flatMap(one -> BlockingKey.of(one).stream())
            .collect(Collectors.toSet()));
    if (!own(ending).equals(ended)) {
      throw new IllegalStateException("another id of an advertisement was learnt meanwhile");
    }
  }

  private Set<ListingId> own(Set<ListingId> listings) {
    return listings.stream().map(leads::own).collect(Collectors.toSet());
  }

  /// Learns that an advertisement has another id too, before it is resolved. Its end may have been
  /// seen under that already.
  public void alias(ListingId other, ListingId own) {
    if (!leads.own(other).equals(own)) {
      leads.alias(other, own);
      leads.endOf(other).ifPresent(at -> leads.end(own, at));
    }
  }

  /// Inside the transaction that reserved the advertisement; what it decides is filed when it
  /// returns.
  public Resolution resolve(Advertisement seen) {
    Set<BlockingKey> keys = BlockingKey.of(seen);
    List<KnownLead> known = leads.find(seen.listing().id(), keys);
    Resolution resolution = decide(seen, keys, known);
    switch (resolution) {
      case Started(Lead _, Filed filed) -> leads.file(filed);
      case Joined(Lead _, Filed filed) -> leads.file(filed);
      case Changed(Lead _, Filed filed) -> leads.file(filed);
      case Unchanged(Filed filed) -> leads.file(filed);
      case Outdated _ -> {}
    }
    return resolution;
  }

  /// Inside the transaction that reserved the advertisement.
  public Ending end(ListingId any, Instant at) {
    ListingId listing = leads.own(any);
    Optional<KnownLead> before = showing(listing);
    leads.end(listing, at);
    return before.map(lead -> ended(lead, listing, at)).orElseGet(Ending.Meaningless::new);
  }

  private Ending ended(KnownLead before, ListingId listing, Instant at) {
    KnownLead after = before.ended(listing, at).risen();
    if (after.live().equals(before.live())) {
      return new Ending.Meaningless();
    }
    leads.raise(after.id(), after.version());
    if (after.live().isEmpty()) {
      return new Ending.Over(after.id(), after.version());
    }
    Set<BlockingKey> keys =
        after.live().stream()
            .flatMap(one -> BlockingKey.of(one).stream())
            .collect(Collectors.toSet());
    return new Ending.Outlived(remarked(after, leads.find(listing, keys)));
  }

  private Optional<KnownLead> showing(ListingId listing) {
    return leads.find(listing, Set.of()).stream().findFirst();
  }

  private Resolution decide(Advertisement seen, Set<BlockingKey> keys, List<KnownLead> known) {
    for (KnownLead lead : known) {
      Optional<Advertisement> earlier = lead.find(seen.listing().id());
      if (earlier.isPresent()) {
        return seenAgain(seen, keys, lead, earlier.get(), known);
      }
    }
    if (leads
        .endOf(seen.listing().id())
        .filter(seen.listing().observedAt()::isBefore)
        .isPresent()) {
      return new Outdated();
    }
    return known.stream()
        .map(lead -> new Candidate(lead, Comparison.of(seen, lead.merged())))
        .filter(candidate -> candidate.match().isSame())
        .max(Comparator.comparingInt(candidate -> candidate.match().score()))
        .map(best -> joined(seen, keys, best, known))
        .orElseGet(() -> started(seen, keys, known));
  }

  private Resolution started(Advertisement seen, Set<BlockingKey> keys, List<KnownLead> known) {
    LeadId id = new LeadId(Ids.next(clock));
    KnownLead lead = new KnownLead(id, 1, List.of(seen), Map.of());
    return new Started(
        remarked(lead, known), new Filed(id, lead.version(), seen, Match.FOUNDER, keys));
  }

  private static Resolution joined(
      Advertisement seen, Set<BlockingKey> keys, Candidate best, List<KnownLead> known) {
    KnownLead lead = best.known().with(seen).risen();
    return new Joined(
        remarked(lead, known), new Filed(lead.id(), lead.version(), seen, best.match(), keys));
  }

  private static Resolution seenAgain(
      Advertisement seen,
      Set<BlockingKey> keys,
      KnownLead lead,
      Advertisement earlier,
      List<KnownLead> known) {
    if (seen.listing().observedAt().isBefore(lead.lastLookAt(earlier))) {
      return new Outdated();
    }
    Advertisement now = seen.knownSince(earlier);
    KnownLead after = lead.with(now);
    if (lead.isLive(earlier) && sameButForTheMoment(lead.merged(), after.merged())) {
      return new Unchanged(new Filed(lead.id(), lead.version(), now, Match.FOUNDER, keys));
    }
    KnownLead risen = after.risen();
    return new Changed(
        remarked(risen, known), new Filed(lead.id(), risen.version(), now, Match.FOUNDER, keys));
  }

  private static boolean sameButForTheMoment(Lead before, Lead after) {
    Instant moment = before.listing().observedAt();
    return before.equals(after.with(after.listing().observedAt(moment)));
  }

  /// Tells of a phone number that is on several other leads: an agent's, or worse.
  private static Lead remarked(KnownLead lead, List<KnownLead> known) {
    Lead merged = lead.merged();
    long others =
        known.stream()
            .filter(other -> !other.id().equals(lead.id()))
            .filter(other -> sharesPhone(merged, other.merged()))
            .count();
    if (others < SHARED_PHONE_FROM) {
      return merged;
    }
    Contact contact = merged.contact();
    List<Explained> remarks = new ArrayList<>(contact.remarks());
    remarks.add(Explained.by(ContactRemark.PHONE_SHARED));
    return merged.with(new Contact(contact.name(), contact.phones(), contact.emails(), remarks));
  }

  private static boolean sharesPhone(Lead one, Lead other) {
    return !Collections.disjoint(one.contact().phones(), other.contact().phones());
  }
}
