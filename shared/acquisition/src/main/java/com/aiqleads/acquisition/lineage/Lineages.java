package com.aiqleads.acquisition.lineage;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The lineage of every listing.
public interface Lineages {

  /// Until the end of the transaction nobody else gets past here with one of these listings. Once
  /// in a transaction, with all of them.
  void reserve(Set<ListingId> listings);

  /// Of those of these listings that have been parsed before.
  List<Lineage> find(Set<ListingId> listings);

  default Optional<Lineage> find(ListingId listing) {
    return find(Set.of(listing)).stream().findFirst();
  }

  /// Each in the place of the one before; one of a listing.
  void keep(Collection<Lineage> lineages);

  /// Of every listing that a lead was made of.
  List<Lineage> of(LeadId lead);
}
