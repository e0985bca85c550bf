package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.matching.MatchModel;
import com.aiqleads.acquisition.matching.Traits;
import com.aiqleads.acquisition.resolution.Prospect.Fitted;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Decides of which property an advertisement is. A known advertisement stays with its lead; a new
/// one goes to the lead that it fits best, of equals to the oldest, or starts its own.
public final class LeadResolution {

  private final Leads leads;
  private final MatchModel model;
  private final InstantSource clock;

  public LeadResolution(Leads leads, InstantSource clock) {
    this(leads, MatchModel.shipped(), clock);
  }

  LeadResolution(Leads leads, MatchModel model, InstantSource clock) {
    this.leads = leads;
    this.model = model;
    this.clock = clock;
  }

  /// Comes first in a transaction, with every advertisement that it will resolve or end, and with
  /// every other id of one that it will learn.
  public void reserve(List<Advertisement> seen, Set<ListingId> others, Set<ListingId> ending) {
    reserve(seen, others, ending, Set.of());
  }

  /// Also with every lead that it will look at again.
  public void reserve(
      List<Advertisement> seen, Set<ListingId> others, Set<ListingId> ending, Set<LeadId> doubted) {
    Set<ListingId> ended = own(ending);
    List<Advertisement> again = advertisements(doubted.stream().map(leads::find));
    List<Advertisement> touched = advertisements(ended.stream().map(this::showing));
    leads.reserve(
        Stream.of(
                Stream.concat(seen.stream(), again.stream()).map(one -> one.listing().id()),
                others.stream(),
                ending.stream(),
                ended.stream())
            .flatMap(ids -> ids)
            .collect(Collectors.toSet()),
        Stream.of(seen, again, touched)
            .flatMap(List::stream)
            .flatMap(one -> BlockingKey.of(one).stream())
            .collect(Collectors.toSet()));
    if (!own(ending).equals(ended)) {
      throw new IllegalStateException("another id of an advertisement was learnt meanwhile");
    }
    leads.expect(
        seen.stream()
            .collect(
                Collectors.toMap(one -> one.listing().id(), BlockingKey::of, (_, last) -> last)));
  }

  private static List<Advertisement> advertisements(Stream<Optional<KnownLead>> leads) {
    return leads.flatMap(Optional::stream).flatMap(lead -> lead.advertisements().stream()).toList();
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
    Traits traits = seen.traits();
    Candidates around = leads.find(seen.listing().id(), BlockingKey.of(traits));
    Resolution resolution = decide(seen, traits, around);
    switch (resolution) {
      case Started(Lead _, Filed filed) -> leads.file(filed);
      case Joined(Lead lead, Filed filed) -> fileRaised(lead, filed);
      case Changed(Lead lead, Filed filed) -> fileRaised(lead, filed);
      case Unchanged(Filed filed) -> leads.file(filed);
      case Outdated _ -> {}
    }
    return resolution;
  }

  /// Two advertisements may have keys in common with a lead and none with each other: nothing that
  /// was reserved keeps them apart then, but the lead's version does.
  private void fileRaised(Lead lead, Filed filed) {
    leads.raise(lead.id(), lead.version());
    leads.file(filed);
  }

  /// Inside the transaction that reserved the advertisement.
  public Ending end(ListingId any, Instant at) {
    ListingId listing = leads.own(any);
    Optional<KnownLead> before = showing(listing);
    leads.end(listing, at);
    return before.map(lead -> ended(lead, listing, at)).orElseGet(Ending.Meaningless::new);
  }

  /// A new version of a lead: others throw another light on it, or some of its advertisements were
  /// erased. Inside the transaction that reserved it. None, if it has nothing to sell any more.
  public Optional<Lead> reconsider(LeadId id) {
    return leads
        .find(id)
        .filter(known -> !known.live().isEmpty())
        .map(KnownLead::risen)
        .map(
            risen -> {
              leads.raise(risen.id(), risen.version());
              return remarked(risen);
            });
  }

  /// What is said of a lead now. None, if it has nothing to sell.
  public Optional<Lead> look(LeadId id) {
    return leads.find(id).filter(known -> !known.live().isEmpty()).map(this::remarked);
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
    return new Ending.Outlived(remarked(after));
  }

  private Lead remarked(KnownLead lead) {
    Set<BlockingKey> keys =
        lead.live().stream()
            .flatMap(one -> BlockingKey.of(one).stream())
            .collect(Collectors.toSet());
    ListingId some = lead.live().getFirst().listing().id();
    return SharedPhones.remarked(lead, leads.find(some, keys));
  }

  private Optional<KnownLead> showing(ListingId listing) {
    return leads.find(listing, Set.of()).leads().stream().findFirst();
  }

  private Resolution decide(Advertisement seen, Traits traits, Candidates around) {
    for (KnownLead lead : around.leads()) {
      Optional<Advertisement> earlier = lead.find(seen.listing().id());
      if (earlier.isPresent()) {
        return seenAgain(seen, traits, lead, earlier.get(), around);
      }
    }
    Instant ended = around.ended();
    if (ended != null && seen.listing().observedAt().isBefore(ended)) {
      return new Outdated();
    }
    return compared(seen, traits, around);
  }

  private Resolution compared(Advertisement seen, Traits traits, Candidates around) {
    List<Prospect> prospects = around.leads().stream().map(Prospect::of).toList();
    Neighbours common = new Neighbours(around, prospects);
    List<Fitted> fitted =
        prospects.stream().map(prospect -> prospect.fitted(traits, model, common)).toList();
    Optional<Fitted> best = Fitted.best(fitted, model);
    List<Edge> edges =
        fitted.stream()
            .flatMap(one -> one.edges(best.filter(one::equals).isPresent(), model).stream())
            .toList();
    return best.map(one -> joined(seen, traits, one, edges, around))
        .orElseGet(() -> started(seen, traits, edges, around));
  }

  private Resolution started(
      Advertisement seen, Traits traits, List<Edge> edges, Candidates around) {
    LeadId id = new LeadId(Ids.next(clock));
    KnownLead lead = new KnownLead(id, 1, List.of(seen), Map.of());
    return new Started(
        SharedPhones.remarked(lead, around),
        filed(lead, seen, traits, Match.founder(model.version()), edges, around));
  }

  private Resolution joined(
      Advertisement seen, Traits traits, Fitted best, List<Edge> edges, Candidates around) {
    KnownLead lead = best.lead().with(seen).risen();
    return new Joined(
        SharedPhones.remarked(lead, around),
        filed(lead, seen, traits, best.match(model), edges, around));
  }

  private Resolution seenAgain(
      Advertisement seen, Traits traits, KnownLead lead, Advertisement earlier, Candidates around) {
    if (seen.listing().observedAt().isBefore(lead.lastLookAt(earlier))) {
      return new Outdated();
    }
    Advertisement now = seen.knownSince(earlier);
    KnownLead after = lead.with(now);
    Match kept = Match.founder(model.version());
    if (lead.isLive(earlier) && sameButForTheMoment(lead.merged(), after.merged())) {
      return new Unchanged(filed(lead, now, traits, kept, List.of(), around));
    }
    KnownLead risen = after.risen();
    return new Changed(
        SharedPhones.remarked(risen, around), filed(risen, now, traits, kept, List.of(), around));
  }

  private Filed filed(
      KnownLead lead,
      Advertisement seen,
      Traits traits,
      Match match,
      List<Edge> edges,
      Candidates around) {
    return new Filed(
        lead.id(),
        lead.version(),
        seen,
        match,
        edges,
        BlockingKey.of(traits),
        Identity.of(BlockingKey.ofPerson(traits), around.persons(), clock));
  }

  private static boolean sameButForTheMoment(Lead before, Lead after) {
    Instant moment = before.listing().observedAt();
    return before.equals(after.with(after.listing().observedAt(moment)));
  }
}
