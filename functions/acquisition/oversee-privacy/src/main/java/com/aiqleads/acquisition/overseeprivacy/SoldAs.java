package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.overseeprivacy.DisclosureView.LeadView;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.resolution.Split;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Under which ids advertisements were on sale. One that was taken out of a lead was sold in that
/// before.
record SoldAs(Leads leads) {

  List<LeadView> of(List<Held> held) {
    Map<LeadId, Optional<Instant>> until = new LinkedHashMap<>();
    held.forEach(one -> until.put(one.lead(), Optional.empty()));
    held.forEach(one -> before(one.lead(), one.advertisement().listing().id(), until));
    return until.entrySet().stream()
        .map(entry -> new LeadView(entry.getKey().text(), entry.getValue().orElse(null)))
        .toList();
  }

  /// A part's id is new when it is made, so this ends.
  private void before(LeadId part, ListingId listing, Map<LeadId, Optional<Instant>> until) {
    for (Split.Past split : leads.history(part).splits()) {
      if (split.part().equals(part) && split.moved().contains(listing)) {
        until.merge(split.lead(), Optional.of(split.at()), SoldAs::later);
        before(split.lead(), listing, until);
      }
    }
  }

  /// What has no end is the latest.
  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.flatMap(first -> other.map(second -> first.isAfter(second) ? first : second));
  }
}
