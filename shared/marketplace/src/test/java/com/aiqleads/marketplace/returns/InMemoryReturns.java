package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The returns of one sale, of which everything is known that a test says.
final class InMemoryReturns implements Returns {

  private final Sale sale;
  private final Map<ReturnId, LeadReturn> kept = new HashMap<>();
  private final List<TeamId> locked = new ArrayList<>();
  private Facts facts = FactsFixtures.known().facts();

  InMemoryReturns(Sale sale) {
    this.sale = sale;
  }

  void knows(FactsFixtures known) {
    facts = known.facts();
  }

  List<TeamId> locked() {
    return locked;
  }

  @Override
  public void lock(TeamId team) {
    locked.add(team);
  }

  @Override
  public Optional<Sale> sale(TeamId team, OrderLineId line) {
    return Optional.of(sale).filter(it -> it.team().equals(team) && it.line().equals(line));
  }

  @Override
  public Facts facts(Sale of, Claim claim) {
    return facts;
  }

  @Override
  public Facts lastFacts(ReturnId id) {
    return facts;
  }

  @Override
  public void ask(Sale of, Claim claim) {
    kept.putIfAbsent(claim.id(), asked(claim));
  }

  private LeadReturn asked(Claim claim) {
    return new LeadReturn(
        claim.id(),
        claim.line(),
        sale.team(),
        sale.lead(),
        "3-bedroom house in Miami, FL",
        claim.reason(),
        claim.by().isPresent(),
        claim.evidence(),
        "",
        ReturnState.WAITING,
        Verdict.OPEN,
        sale.paid(),
        Money.usd(0),
        List.of(),
        0,
        sale.at(),
        Optional.empty(),
        false);
  }

  @Override
  public Settlement rule(LeadReturn asked, Ruling ruling, Facts known) {
    Money moved = ruling.total().minus(known.refunded());
    kept.put(
        asked.id(),
        new LeadReturn(
            asked.id(),
            asked.line(),
            asked.team(),
            asked.lead(),
            asked.headline(),
            asked.reason(),
            asked.asked(),
            asked.evidence(),
            asked.appeal(),
            ruling.state(),
            ruling.verdict(),
            asked.paid(),
            asked.credited().plus(moved),
            ruling.reasons(),
            asked.rulings() + 1,
            asked.askedAt(),
            Optional.of(known.askedAt()),
            asked.appealed()));
    return new Settlement(moved, Optional.empty());
  }

  @Override
  public Optional<LeadReturn> find(TeamId team, ReturnId id) {
    return find(id).filter(it -> it.team().equals(team));
  }

  @Override
  public Optional<LeadReturn> find(ReturnId id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public List<LeadReturn> of(TeamId team, Instant before, int limit) {
    throw new UnsupportedOperationException("the desk lists nothing");
  }

  @Override
  public List<LeadReturn> toJudge(int limit) {
    throw new UnsupportedOperationException("the desk lists nothing");
  }

  @Override
  public boolean appeal(TeamId team, ReturnId id, String why) {
    throw new UnsupportedOperationException("the desk takes no appeals");
  }

  @Override
  public List<ReturnRate> rates() {
    throw new UnsupportedOperationException("the desk counts nothing");
  }

  @Override
  public List<Sale> toRecheck(int limit) {
    throw new UnsupportedOperationException("the desk is asked about one sale");
  }

  @Override
  public void rechecked(Sale of) {
    throw new UnsupportedOperationException("the desk is asked about one sale");
  }

  @Override
  public void recheckLater(Sale of) {
    throw new UnsupportedOperationException("the desk is asked about one sale");
  }
}
