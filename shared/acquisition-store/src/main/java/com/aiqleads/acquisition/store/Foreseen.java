package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.Candidates;
import com.aiqleads.acquisition.resolution.PersonId;
import com.aiqleads.acquisition.resolution.Resolution.Filed;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// What was fetched together for the advertisements of one transaction. Whatever the transaction
/// writes drops the candidates that it may have changed: those are fetched again, by themselves.
final class Foreseen {

  private record Coming(Set<BlockingKey> keys, Candidates candidates) {

    boolean shows(LeadId lead) {
      return candidates.leads().stream().anyMatch(one -> one.id().equals(lead));
    }

    boolean shows(ListingId listing) {
      return candidates.leads().stream()
          .flatMap(lead -> lead.advertisements().stream())
          .anyMatch(one -> one.listing().id().equals(listing));
    }

    boolean knowsAnyOf(Set<PersonId> persons) {
      return candidates.persons().stream().anyMatch(one -> persons.contains(one.id()));
    }
  }

  /// The connection of the transaction: what another one saw is worth nothing.
  private final Object transaction;

  private final Map<ListingId, Coming> coming = new HashMap<>();

  Foreseen(
      Object transaction,
      Map<ListingId, Set<BlockingKey>> keys,
      Map<ListingId, Candidates> candidates) {
    this.transaction = transaction;
    candidates.forEach(
        (listing, found) ->
            coming.put(listing, new Coming(keys.getOrDefault(listing, Set.of()), found)));
  }

  static Foreseen nothing() {
    return new Foreseen(new Object(), Map.of(), Map.of());
  }

  /// Once only.
  Optional<Candidates> take(Supplier<Object> now, ListingId listing, Set<BlockingKey> keys) {
    return Optional.ofNullable(coming.remove(listing))
        .filter(_ -> transaction.equals(now.get()))
        .filter(one -> one.keys().equals(keys))
        .map(Coming::candidates);
  }

  void filed(Filed filed) {
    Set<PersonId> persons = new HashSet<>();
    filed
        .seller()
        .ifPresent(
            seller -> {
              persons.add(seller.person());
              persons.addAll(seller.same());
            });
    drop(
        one ->
            one.shows(filed.lead())
                || one.knowsAnyOf(persons)
                || !Collections.disjoint(one.keys(), filed.keys()));
    coming.remove(filed.advertisement().listing().id());
  }

  void ended(ListingId listing) {
    drop(one -> one.shows(listing));
    coming.remove(listing);
  }

  void raised(LeadId lead) {
    drop(one -> one.shows(lead));
  }

  void clear() {
    coming.clear();
  }

  private void drop(Predicate<Coming> touched) {
    coming.values().removeIf(touched);
  }
}
