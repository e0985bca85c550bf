package com.aiqleads.acquisition.erasing;

import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// All erasures. Each is a journey of its own, known by its id. Who is erased is kept encrypted
/// until it is done; then a keyed hash of it is left, and the report.
public interface Erasures {

  /// One that is not done.
  ///
  /// @param urls where the person's advertisements stood
  record Open(Person person, Set<String> urls, Instant askedAt) {}

  /// How much was erased in one place, and how much of the person is there still.
  record Place(String name, long erased, long left) {}

  /// How far one has come.
  ///
  /// @param subject the keyed hash of who was asked for: of a second request the same
  /// @param before the latest that was done for the same subject
  record State(UUID subject, Instant askedAt, List<Place> places, Optional<CorrelationId> before) {}

  /// What is kept of one that is done.
  record Signed(String text, String signature, Instant finishedAt) {}

  void begin(CorrelationId id, Person person, Wish wish);

  /// Empty if there is none or it is done.
  Optional<Open> open(CorrelationId id);

  Optional<State> state(CorrelationId id);

  /// What the later steps need, and whose leads the marketplace must answer for.
  void remember(CorrelationId id, Set<String> urls, Set<LeadId> awaited);

  /// Adds to what is known of a place.
  void count(CorrelationId id, Place place);

  /// All stores of acquisition have been gone through.
  void lookedEverywhere(CorrelationId id);

  /// The marketplace has erased what it held of a lead.
  void confirm(CorrelationId id, LeadId lead);

  /// Nothing is left to be done or waited for.
  boolean isWhole(CorrelationId id);

  /// Forgets who it was.
  void finish(CorrelationId id, Signed report);

  Optional<Signed> report(CorrelationId id);
}
