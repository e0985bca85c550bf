package com.aiqleads.acquisition.erasing;

import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.util.Map;
import java.util.Set;

/// What the system of record holds.
public interface ErasableRecords {

  /// What is gone.
  ///
  /// @param rows how many were erased, by place
  /// @param versions of the leads that lost an advertisement, each one higher than before
  record Erased(Map<String, Long> rows, Map<LeadId, Long> versions) {}

  /// All of the listings, and what else names the person. Inside the transaction that reserved the
  /// listings.
  ///
  /// @param ways the phone numbers and mail addresses by which the leads are found no more
  Erased erase(Person person, Set<BlockingKey> ways, Set<ListingId> listings, Set<LeadId> leads);

  /// Leads as a whole, with all of their listings, of nobody in particular. Inside the transaction
  /// that reserved the listings.
  Erased retire(Set<ListingId> listings, Set<LeadId> leads);

  /// How often the person still stands anywhere, by place: in every column of every table, also in
  /// those that nobody thought of.
  Map<String, Long> left(Person person);
}
