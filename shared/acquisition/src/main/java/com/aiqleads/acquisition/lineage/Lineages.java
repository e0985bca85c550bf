package com.aiqleads.acquisition.lineage;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The lineage of every listing.
public interface Lineages {

  /// Until the end of the transaction nobody else gets past here with one of these listings. Once
  /// in a transaction, with all of them.
  void reserve(Set<ListingId> listings);

  Optional<Lineage> find(ListingId listing);

  /// In the place of the one before.
  void keep(Lineage lineage);

  /// Of every listing that a lead was made of.
  List<Lineage> of(LeadId lead);
}
