package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.holds.HoldId;
import com.aiqleads.marketplace.wallet.TransferId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The market once more, written as plainly as possible and with one team acting at a time: what
/// the database should have answered, and what it should look like afterwards.
final class ModelMarket {

  /// What the plan `free` gives.
  static final Duration HOLD = Duration.ofMinutes(5);

  static final Duration LONGEST = Duration.ofMinutes(10);
  static final Duration IMPATIENT = Duration.ofMinutes(1);
  static final int EXTENSIONS = 1;
  static final int PATIENCE = 20;

  enum State {
    ACTIVE,
    SOLD,
    RELEASED,
    EXPIRED
  }

  static final class ModelLead {
    final LeadId id;
    final int slots;
    long price;
    long exclusivePrice;
    boolean onSale = true;

    ModelLead(LeadId id, int slots) {
      this.id = id;
      this.slots = slots;
    }

    long price(boolean whole) {
      return whole ? exclusivePrice : price;
    }
  }

  static final class ModelHold {
    final int team;
    final ModelLead lead;
    final boolean exclusive;
    final long amount;
    final boolean funded;
    final Instant heldAt;
    Instant lastUntil;
    HoldId id = new HoldId(new UUID(0, 0));
    Instant until;
    int extensions;
    State state = State.ACTIVE;
    Instant endedAt = Instant.MAX;

    ModelHold(
        int team,
        ModelLead lead,
        boolean exclusive,
        long amount,
        boolean funded,
        Instant heldAt,
        Duration length,
        Duration longest) {
      this.team = team;
      this.lead = lead;
      this.exclusive = exclusive;
      this.amount = amount;
      this.funded = funded;
      this.heldAt = heldAt;
      this.until = heldAt.plus(length);
      this.lastUntil = heldAt.plus(longest);
    }

    int slots() {
      return exclusive ? lead.slots : 1;
    }

    void end(State how, Instant at) {
      state = how;
      endedAt = at;
    }
  }

  static final class ModelLot {
    final TransferId id;
    final String kind;
    final int priority;
    final Instant grantedAt;
    final @Nullable Instant until;
    long remaining;

    ModelLot(
        TransferId id,
        String kind,
        int priority,
        Instant grantedAt,
        @Nullable Instant until,
        long remaining) {
      this.id = id;
      this.kind = kind;
      this.priority = priority;
      this.grantedAt = grantedAt;
      this.until = until;
      this.remaining = remaining;
    }

    String hex() {
      return id.value().toString();
    }
  }

  static final class ModelTeam {
    final List<ModelLot> lots = new ArrayList<>();
    final Map<TransferId, Long> granted = new HashMap<>();
    final Map<String, Long> orders = new HashMap<>();
    int unbought;
    @Nullable Integer maxLeads;
    @Nullable Long maxAmount;

    long balance() {
      return lots.stream().mapToLong(lot -> lot.remaining).sum();
    }
  }

  Instant now;
  final Map<LeadId, ModelLead> leads = new LinkedHashMap<>();
  final List<ModelTeam> teams = new ArrayList<>();
  final List<ModelHold> holds = new ArrayList<>();
  final ModelLines lines = new ModelLines(this);

  ModelMarket(Instant now) {
    this.now = now;
  }

  ModelLead lead(LeadId id) {
    return Objects.requireNonNull(leads.get(id));
  }

  /// What each wish is answered with; those that are held are added.
  List<String> hold(
      int team, List<LeadId> wanted, @Nullable Long expected, boolean whole, boolean allOrNone) {
    begin(team);
    expireLots(team);
    ModelTeam who = teams.get(team);
    boolean isPatient = who.unbought < PATIENCE;
    Duration length = isPatient ? HOLD : IMPATIENT;
    int extensions = isPatient ? EXTENSIONS : 0;
    Duration longest = isPatient ? LONGEST : length;
    List<String> answers = new ArrayList<>();
    List<ModelLead> taken = new ArrayList<>();
    boolean refused = false;
    boolean hasLine = lines.isAnyFor(wanted);
    for (LeadId id : wanted) {
      ModelLead lead = lead(id);
      String answer = look(team, lead, expected, whole, extensions);
      if (hasLine && isAboutSlots(answer) && !isItsTurn(team, lead, whole)) {
        answer = sold(lead) == lead.slots ? "SOLD_OUT" : "ALL_HELD";
      }
      if (answer.equals("HELD")) {
        long spent = taken.stream().mapToLong(one -> one.price(whole)).sum();
        if (isOver(team, taken.size() + 1, spent + lead.price(whole))) {
          answer = "OVER_LIMIT";
        } else {
          taken.add(lead);
        }
      }
      refused |= !answer.startsWith("HELD") || answer.equals("HELD_OTHERWISE");
      answers.add(answer);
    }
    boolean none = allOrNone && refused;
    if (!none) {
      for (ModelLead lead : taken) {
        long amount = lead.price(whole);
        boolean funded = who.balance() - setAside(team) >= amount;
        holds.add(new ModelHold(team, lead, whole, amount, funded, now, length, longest));
        lines.leave(team, lead.id);
      }
    }
    return answers.stream()
        .map(
            answer ->
                !answer.equals("HELD")
                    ? answer
                    : none ? "OTHERS_REFUSED" : "HELD until " + now.plus(length))
        .toList();
  }

  /// As many of the free slots as teams wait before this one are theirs; who wants it alone
  /// comes after all of them.
  private boolean isItsTurn(int team, ModelLead lead, boolean whole) {
    return lines.ahead(team, lead.id) < (whole ? 1 : lead.slots - used(lead));
  }

  private static boolean isAboutSlots(String answer) {
    return answer.equals("HELD") || answer.equals("ALL_HELD") || answer.equals("SOLD_OUT");
  }

  Optional<ModelHold> own(int team, ModelLead lead) {
    return holds.stream()
        .filter(hold -> hold.team == team && hold.lead == lead && takes(hold))
        .findFirst();
  }

  private String look(
      int team, ModelLead lead, @Nullable Long expected, boolean whole, int extensions) {
    if (!lead.onSale) {
      return "NOT_ON_SALE";
    }
    Optional<ModelHold> own = own(team, lead);
    if (own.isPresent()) {
      ModelHold mine = own.get();
      return mine.state == State.SOLD
          ? "ALREADY_OWNED"
          : mine.exclusive != whole
              ? "HELD_OTHERWISE"
              : "HELD_BEFORE left " + Math.max(0, extensions - mine.extensions);
    }
    Optional<Instant> coolUntil =
        holds.stream()
            .filter(hold -> hold.team == team && hold.lead == lead)
            .filter(hold -> hold.state == State.RELEASED || hold.state == State.EXPIRED)
            .map(hold -> hold.endedAt.plus(Duration.between(hold.heldAt, hold.endedAt)))
            .max(Comparator.naturalOrder())
            .filter(until -> until.isAfter(now));
    if (coolUntil.isPresent()) {
      return "COOLING_DOWN until " + coolUntil.get();
    }
    if (expected != null && expected != lead.price(whole)) {
      return "PRICE_CHANGED to " + lead.price(whole);
    }
    int used = used(lead);
    if (whole ? used == 0 : used < lead.slots) {
      return "HELD";
    }
    int sold = sold(lead);
    return sold == lead.slots || (whole && sold > 0) ? "SOLD_OUT" : "ALL_HELD";
  }

  private boolean isOver(int team, int moreLeads, long moreAmount) {
    ModelTeam who = teams.get(team);
    List<ModelHold> counted =
        holds.stream().filter(hold -> hold.team == team && takes(hold)).toList();
    long amount = counted.stream().mapToLong(hold -> hold.amount).sum();
    return (who.maxLeads != null && counted.size() + moreLeads > who.maxLeads)
        || (who.maxAmount != null && amount + moreAmount > who.maxAmount);
  }

  String extend(int team, Optional<ModelHold> known) {
    begin(team);
    if (known.isEmpty()) {
      return "UNKNOWN";
    }
    ModelHold hold = known.get();
    if (hold.state != State.ACTIVE) {
      return hold.state.name();
    }
    Instant longer = min(now.plus(HOLD), hold.lastUntil);
    if (hold.extensions >= EXTENSIONS || !longer.isAfter(hold.until)) {
      return "NO_LONGER";
    }
    hold.extensions++;
    hold.until = longer;
    return "EXTENDED until " + longer;
  }

  String release(int team, Optional<ModelHold> known) {
    begin(team);
    if (known.isEmpty()) {
      return "UNKNOWN";
    }
    ModelHold hold = known.get();
    if (hold.state != State.ACTIVE) {
      return hold.state.name();
    }
    hold.end(State.RELEASED, now);
    if (hold.lead.onSale) {
      teams.get(team).unbought++;
    }
    return "RELEASED_NOW";
  }

  String buy(int team, String order, List<ModelHold> wanted, long expected) {
    ModelTeam who = teams.get(team);
    Long earlier = who.orders.get(order);
    if (earlier != null) {
      return earlier == expected ? "PAID_BEFORE" : "ID_REUSED";
    }
    begin(team);
    expireLots(team);
    for (ModelHold hold : wanted) {
      if (hold.team != team) {
        return "UNKNOWN";
      }
      if (hold.state != State.ACTIVE) {
        return hold.state.name();
      }
      if (!hold.lead.onSale) {
        return "NOT_ON_SALE";
      }
    }
    long amount = wanted.stream().mapToLong(hold -> hold.amount).sum();
    if (amount != expected) {
      return "CART_CHANGED to " + amount;
    }
    long funded = wanted.stream().filter(hold -> hold.funded).mapToLong(hold -> hold.amount).sum();
    if (who.balance() - setAside(team) + funded < amount) {
      return "TOO_LITTLE_CREDIT";
    }
    for (ModelHold hold : wanted) {
      hold.end(State.SOLD, now);
      spend(who, hold.amount);
    }
    who.orders.put(order, amount);
    who.unbought = 0;
    return "PAID";
  }

  private static void spend(ModelTeam who, long amount) {
    long missing = amount;
    List<ModelLot> ordered =
        who.lots.stream()
            .sorted(
                Comparator.comparingInt((ModelLot lot) -> lot.priority)
                    .thenComparing(lot -> lot.kind)
                    .thenComparing(lot -> lot.grantedAt)
                    .thenComparing(ModelLot::hex))
            .toList();
    for (ModelLot lot : ordered) {
      long part = Math.min(missing, lot.remaining);
      lot.remaining -= part;
      missing -= part;
    }
  }

  String grant(int team, ModelLot lot) {
    ModelTeam who = teams.get(team);
    Long earlier = who.granted.get(lot.id);
    if (earlier != null) {
      return earlier == lot.remaining ? "GRANTED_BEFORE" : "ID_REUSED";
    }
    who.granted.put(lot.id, lot.remaining);
    who.lots.add(lot);
    return "GRANTED";
  }

  /// Whatever a team does first writes down what has ended by itself.
  void begin(int team) {
    for (ModelHold hold : holds) {
      if (hold.team == team && hold.state == State.ACTIVE && !hold.until.isAfter(now)) {
        hold.end(State.EXPIRED, hold.until);
        teams.get(team).unbought++;
      }
    }
  }

  void expireLots(int team) {
    ModelTeam who = teams.get(team);
    who.lots.stream()
        .filter(lot -> lot.until != null && !lot.until.isAfter(now) && lot.remaining > 0)
        .sorted(
            Comparator.comparing((ModelLot lot) -> lot.kind)
                .thenComparing(lot -> lot.until)
                .thenComparing(ModelLot::hex))
        .forEach(
            lot -> {
              long part = Math.min(lot.remaining, who.balance() - setAside(team));
              lot.remaining -= Math.max(0, part);
            });
  }

  /// For holds that are not written down as over.
  private long setAside(int team) {
    return holds.stream()
        .filter(hold -> hold.team == team && hold.state == State.ACTIVE && hold.funded)
        .mapToLong(hold -> hold.amount)
        .sum();
  }

  private boolean takes(ModelHold hold) {
    return hold.state == State.SOLD || (hold.state == State.ACTIVE && hold.until.isAfter(now));
  }

  int used(ModelLead lead) {
    return holds.stream()
        .filter(hold -> hold.lead == lead && takes(hold))
        .mapToInt(ModelHold::slots)
        .sum();
  }

  int sold(ModelLead lead) {
    return holds.stream()
        .filter(hold -> hold.lead == lead && hold.state == State.SOLD)
        .mapToInt(ModelHold::slots)
        .sum();
  }

  private static Instant min(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// Everything that can be different tomorrow, as text: wallets, lots, holds, slots and lines.
  String seen() {
    StringBuilder text = new StringBuilder();
    for (int team = 0; team < teams.size(); team++) {
      ModelTeam who = teams.get(team);
      text.append("team ").append(team).append(" unbought ").append(who.unbought);
      text.append(" balance ").append(who.balance()).append(" lots ");
      text.append(
          who.lots.stream()
              .filter(lot -> lot.remaining > 0)
              .map(lot -> lot.hex() + "=" + lot.remaining)
              .sorted()
              .collect(Collectors.joining(",")));
      text.append('\n');
    }
    text.append(
        holds.stream()
            .filter(hold -> hold.state == State.ACTIVE)
            .map(
                hold ->
                    hold.id.value()
                        + " team "
                        + hold.team
                        + " amount "
                        + hold.amount
                        + " until "
                        + hold.until.getEpochSecond()
                        + (hold.funded ? " funded" : " unfunded"))
            .sorted()
            .collect(Collectors.joining("\n")));
    text.append('\n');
    for (ModelLead lead : leads.values()) {
      text.append(
          lead.id.value()
              + " free "
              + (lead.slots - used(lead))
              + " sold "
              + sold(lead)
              + " line "
              + lines.text(lead)
              + "\n");
    }
    return text.toString();
  }
}
