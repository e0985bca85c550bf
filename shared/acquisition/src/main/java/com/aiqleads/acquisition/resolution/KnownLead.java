package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A lead with every advertisement that it is made of; there is always one.
///
/// @param endings when which of them ended; what is seen of one since then counts again
public record KnownLead(
    LeadId id, long version, List<Advertisement> advertisements, Map<ListingId, Instant> endings) {

  public KnownLead {
    advertisements = List.copyOf(advertisements);
    endings = Map.copyOf(endings);
  }

  Lead merged() {
    return Merging.merged(this);
  }

  Optional<Advertisement> find(ListingId listing) {
    return advertisements.stream().filter(one -> one.listing().id().equals(listing)).findFirst();
  }

  /// Those that have not ended.
  List<Advertisement> live() {
    return advertisements.stream().filter(this::isLive).toList();
  }

  /// Whether all have ended: there is nothing to sell.
  public boolean isOver() {
    return live().isEmpty();
  }

  boolean isLive(Advertisement one) {
    Instant end = endings.get(one.listing().id());
    return end == null || !one.listing().observedAt().isBefore(end);
  }

  /// What the lead is merged from; once all have ended, what they said last.
  List<Advertisement> shown() {
    List<Advertisement> live = live();
    return live.isEmpty() ? advertisements : live;
  }

  Instant lastLookAt(Advertisement one) {
    Instant seen = one.listing().observedAt();
    return isLive(one) ? seen : endings.getOrDefault(one.listing().id(), seen);
  }

  KnownLead with(Advertisement added) {
    Stream<Advertisement> others =
        advertisements.stream().filter(one -> !one.listing().id().equals(added.listing().id()));
    return new KnownLead(id, version, Stream.concat(others, Stream.of(added)).toList(), endings);
  }

  KnownLead ended(ListingId listing, Instant at) {
    Map<ListingId, Instant> all = new HashMap<>(endings);
    all.merge(listing, at, (one, other) -> one.isAfter(other) ? one : other);
    return new KnownLead(id, version, advertisements, all);
  }

  KnownLead risen() {
    return new KnownLead(id, version + 1, advertisements, endings);
  }
}
