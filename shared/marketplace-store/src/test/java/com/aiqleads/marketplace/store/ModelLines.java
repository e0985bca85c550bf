package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.store.ModelMarket.ModelHold;
import com.aiqleads.marketplace.store.ModelMarket.ModelLead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lines of the model: who waits for what, in the order of their coming.
final class ModelLines {

  /// What the plan `free` gives.
  private static final Duration OFFER = Duration.ofMinutes(15);

  private record Place(int team, LeadId lead) {}

  private final ModelMarket market;
  private final List<Place> places = new ArrayList<>();

  ModelLines(ModelMarket market) {
    this.market = market;
  }

  boolean isAnyFor(Collection<LeadId> leads) {
    return places.stream().anyMatch(place -> leads.contains(place.lead()));
  }

  private List<Integer> line(LeadId lead) {
    return places.stream()
        .filter(place -> place.lead().equals(lead))
        .map(Place::team)
        .collect(Collectors.toList());
  }

  /// All, if the team does not wait itself.
  int ahead(int team, LeadId lead) {
    List<Integer> line = line(lead);
    int place = line.indexOf(team);
    return place < 0 ? line.size() : place;
  }

  String join(int team, ModelLead lead) {
    market.begin(team);
    Optional<ModelHold> own = market.own(team, lead);
    int ahead = ahead(team, lead.id);
    if (!lead.onSale) {
      return "NOT_ON_SALE";
    }
    if (own.isPresent()) {
      return own.get().state == ModelMarket.State.SOLD ? "ALREADY_OWNED" : "HELD_BEFORE";
    }
    if (line(lead.id).contains(team)) {
      return "WAITING behind " + ahead;
    }
    if (market.sold(lead) == lead.slots) {
      return "SOLD_OUT";
    }
    if (lead.slots - market.used(lead) > ahead) {
      return "FREE";
    }
    places.add(new Place(team, lead.id));
    return "WAITING behind " + ahead;
  }

  boolean leave(int team, LeadId lead) {
    return places.remove(new Place(team, lead));
  }

  /// The longest waited for, first.
  List<LeadId> due() {
    return places.stream()
        .map(Place::lead)
        .distinct()
        .filter(id -> market.lead(id).onSale)
        .filter(id -> market.used(market.lead(id)) < market.lead(id).slots)
        .toList();
  }

  String offer(LeadId lead) {
    List<Integer> line = line(lead);
    if (line.isEmpty()) {
      return "nobody";
    }
    int team = line.getFirst();
    String answer = market.hold(team, List.of(lead), null, false, true).getFirst();
    if (answer.startsWith("HELD until")) {
      return "team " + team + " HELD until " + prolonged(team, market.holds.getLast());
    }
    if (answer.equals("ALL_HELD")) {
      return "nobody";
    }
    leave(team, lead);
    return "team " + team + " " + answer;
  }

  private Instant prolonged(int team, ModelHold hold) {
    if (market.teams.get(team).unbought < ModelMarket.PATIENCE) {
      hold.until = hold.heldAt.plus(OFFER);
      hold.lastUntil = hold.until;
    }
    return hold.until;
  }

  void endSoldOut() {
    places.removeIf(
        place -> market.sold(market.lead(place.lead())) == market.lead(place.lead()).slots);
  }

  String text(ModelLead lead) {
    return line(lead.id).stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
