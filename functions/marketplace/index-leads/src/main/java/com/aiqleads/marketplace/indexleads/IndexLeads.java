package com.aiqleads.marketplace.indexleads;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.AvailabilityChanged;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.events.marketplace.LeadWithdrawn;
import com.aiqleads.lambda.Outcome;
import com.aiqleads.lambda.PermanentFailure;
import com.aiqleads.marketplace.events.FromEvents;
import com.aiqleads.marketplace.search.IndexAnswer;
import com.aiqleads.marketplace.search.IndexChange;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.LeadIndex;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/// The index itself refuses what is older than it has, of withdrawn leads too: so order and repeats
/// do not matter.
@Singleton
record IndexLeads(LeadIndex index) {

  /// What one event means for the index, if anything.
  private sealed interface Meaning {}

  private record Meant(IndexChange change) implements Meaning {}

  private record Unfit(RuntimeException reason) implements Meaning {}

  /// One outcome for each event, in their order: what cannot be indexed stands in nobody's way.
  List<Outcome> index(List<Event> events) {
    List<Meaning> meanings = events.stream().map(IndexLeads::meaning).toList();
    Iterator<Outcome> written = write(changes(meanings)).iterator();
    return meanings.stream().map(meaning -> outcome(meaning, written)).toList();
  }

  private static Meaning meaning(Event event) {
    try {
      return new Meant(change(event));
    } catch (RuntimeException e) {
      return new Unfit(e);
    }
  }

  private static IndexChange change(Event event) {
    return switch (event) {
      case LeadPublished published -> new IndexChange.Put(FromEvents.indexed(published));
      case LeadRepriced repriced -> new IndexChange.Put(FromEvents.indexed(repriced));
      case AvailabilityChanged changed -> new IndexChange.Open(FromEvents.availability(changed));
      case LeadWithdrawn withdrawn ->
          new IndexChange.Remove(withdrawn.leadId(), withdrawn.version());
      default -> throw new IllegalArgumentException("not an event for the index: " + event);
    };
  }

  private static List<IndexChange> changes(List<Meaning> meanings) {
    return meanings.stream()
        .filter(Meant.class::isInstance)
        .map(Meant.class::cast)
        .map(Meant::change)
        .toList();
  }

  private List<Outcome> write(List<IndexChange> changes) {
    try {
      return index.apply(changes).stream().map(IndexLeads::outcome).toList();
    } catch (RuntimeException e) {
      return Collections.nCopies(changes.size(), new Outcome.Failed(e));
    }
  }

  private static Outcome outcome(IndexAnswer answer) {
    return switch (answer) {
      case IndexAnswer.Taken() -> new Outcome.Handled(0);
      case IndexAnswer.Refused(String reason) -> new Outcome.Failed(new PermanentFailure(reason));
      case IndexAnswer.Postponed(String reason) -> new Outcome.Failed(new IndexUnavailable(reason));
    };
  }

  private static Outcome outcome(Meaning meaning, Iterator<Outcome> written) {
    return switch (meaning) {
      case Meant _ -> written.next();
      case Unfit(RuntimeException reason) -> new Outcome.Failed(reason);
    };
  }
}
