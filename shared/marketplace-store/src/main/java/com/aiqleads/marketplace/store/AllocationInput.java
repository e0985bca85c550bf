package com.aiqleads.marketplace.store;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.lambda.database.Parameters;
import com.aiqleads.marketplace.standing.Act;
import com.aiqleads.marketplace.standing.Allocation;
import com.aiqleads.marketplace.standing.AllocationText.Input;
import com.aiqleads.marketplace.standing.Arrival;
import com.aiqleads.marketplace.standing.Candidate;
import com.aiqleads.marketplace.standing.Offered;
import com.aiqleads.marketplace.standing.StandingOrder;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// Reads what an allocation is decided by, of those who want to buy.
record AllocationInput(Database database) {

  private static final String SLOTS =
      """
      select s.*, was_given_back(s.lead_id) as given_back from (
        select l.lead_id, count(slot_no) as slots, count(slot_no) filter (
          where state = 'FREE' or (state = 'HELD' and hold_until <= clock())) as free
        from unnest(?::uuid[]) as l (lead_id) left join slots using (lead_id)
        group by l.lead_id) s
      """;

  private static final String TEAMS =
      """
      select t.team_id, earned_points(t.team_id, clock()) as earned,
        coalesce((select sum(a.balance) from accounts a
          where a.team_id = t.team_id and a.currency = ?), 0)
          - set_aside(t.team_id, ?) as spendable,
        exists (select from slots s
          where s.lead_id = ? and s.holder_team = t.team_id and s.state = 'SOLD') as owned,
        opens_at(b.plan, ?) > clock() as early
      from unnest(?::uuid[]) as t (team_id) join buyers b on b.team_id = t.team_id
      """;

  /// What decides besides the order.
  private record Team(TeamId id, int earned, long spendable, boolean owned, boolean early) {}

  Input of(Arrival arrival, List<StandingOrder> wanting) {
    Currency currency = arrival.price().currency();
    List<StandingOrder> buying =
        wanting.stream().filter(order -> order.terms().act() == Act.BUY).toList();
    Map<TeamId, Team> teams = new HashMap<>();
    if (!buying.isEmpty()) {
      teams(arrival, buying).forEach(team -> teams.put(team.id(), team));
    }
    return new Input(
        Allocation.RULE,
        offered(arrival),
        buying.stream()
            .map(
                order ->
                    candidate(order, Objects.requireNonNull(teams.get(order.team())), currency))
            .toList());
  }

  /// Of leads that nobody wants, in their order.
  List<Input> unwanted(Collection<Arrival> arrivals) {
    return offered(arrivals).stream()
        .map(offered -> new Input(Allocation.RULE, offered, List.of()))
        .toList();
  }

  private static Candidate candidate(StandingOrder order, Team team, Currency currency) {
    return new Candidate(
        order.id(),
        order.version(),
        order.team(),
        order.terms().mode(),
        order.terms().limit().orElseThrow(),
        team.earned(),
        order.since(),
        new Money(team.spendable(), currency),
        team.owned(),
        team.early());
  }

  private List<Team> teams(Arrival arrival, List<StandingOrder> orders) {
    String currency = arrival.price().currency().getCurrencyCode();
    return database.query(
        TEAMS,
        Parameters.of(
            currency,
            currency,
            arrival.lead().leadId().value(),
            arrival.lead().leadId().value(),
            orders.stream().map(order -> order.team().value()).distinct().toArray(UUID[]::new)),
        row ->
            new Team(
                new TeamId(row.getObject("team_id", UUID.class)),
                row.getInt("earned"),
                row.getLong("spendable"),
                row.getBoolean("owned"),
                row.getBoolean("early")));
  }

  private Offered offered(Arrival arrival) {
    return offered(List.of(arrival)).getFirst();
  }

  /// In the order of the arrivals.
  private List<Offered> offered(Collection<Arrival> arrivals) {
    Map<LeadId, Slots> slots = new HashMap<>();
    database
        .query(
            SLOTS,
            Parameters.of(
                (Object)
                    arrivals.stream()
                        .map(arrival -> arrival.lead().leadId().value())
                        .toArray(UUID[]::new)),
            row ->
                new Slots(
                    new LeadId(row.getObject("lead_id", UUID.class)),
                    row.getInt("slots"),
                    row.getInt("free"),
                    row.getBoolean("given_back")))
        .forEach(some -> slots.put(some.lead, some));
    return arrivals.stream()
        .map(arrival -> Objects.requireNonNull(slots.get(arrival.lead().leadId())).of(arrival))
        .toList();
  }

  private record Slots(LeadId lead, int all, int free, boolean givenBack) {

    Offered of(Arrival arrival) {
      return new Offered(
          lead,
          arrival.lead().version(),
          arrival.lead().revision(),
          arrival.price(),
          arrival.exclusive(),
          all,
          free,
          givenBack);
    }
  }
}
