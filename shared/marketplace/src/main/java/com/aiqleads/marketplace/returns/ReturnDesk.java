package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import java.time.Instant;
import java.util.Optional;

/// Takes leads back: what is known is looked up, decided, and written down with what follows. Each
/// in one transaction, which whoever calls has begun.
public record ReturnDesk(Returns returns) {

  /// What became of it, and what followed just now.
  public record Taken(LeadReturn what, Optional<Settlement> settlement) {}

  /// What was asked for before is what it was. Empty if the team has bought no such lead.
  public Optional<TakeBack> take(TeamId team, Claim claim, Instant now) {
    returns.lock(team);
    return returns.sale(team, claim.line()).map(sale -> take(sale, claim, now));
  }

  private TakeBack take(Sale sale, Claim claim, Instant now) {
    Optional<LeadReturn> earlier = returns.find(sale.team(), claim.id());
    if (earlier.isPresent()) {
      return new TakeBack.Accepted(new Taken(earlier.get(), Optional.empty()));
    }
    if (!sale.isReturnable(claim.reason(), now)) {
      return new TakeBack.TooLate(sale.at().plus(claim.reason().window()));
    }
    Facts facts = returns.facts(sale, claim);
    if (!facts.credited().isEmpty() && facts.refunded().equals(facts.paid())) {
      return new TakeBack.GivenBackBefore();
    }
    returns.ask(sale, claim);
    return new TakeBack.Accepted(ruled(claim.id(), Ruling.on(claim.reason(), facts), facts));
  }

  /// What a person decides about what waits for one.
  public Optional<Taken> judge(ReturnId id, UserId judge, int percent, String note) {
    returns.find(id).ifPresent(found -> returns.lock(found.team()));
    return returns
        .find(id)
        .filter(LeadReturn::isToBeJudged)
        .map(
            found -> {
              Facts facts = returns.lastFacts(id);
              return ruled(id, Ruling.by(judge, percent, note, facts), facts);
            });
  }

  /// What we found out ourselves, also about what was asked for and not believed: credited, or
  /// nothing was said. What a person has decided stays.
  public Optional<Taken> recall(Sale sale, ReturnReason reason) {
    returns.lock(sale.team());
    Claim claim = Claim.recall(sale.line(), reason);
    Optional<LeadReturn> earlier = returns.find(sale.team(), claim.id());
    if (earlier.filter(ReturnDesk::isDecided).isPresent()) {
      return Optional.empty();
    }
    Facts facts = returns.facts(sale, claim);
    Ruling ruling = Ruling.on(reason, facts);
    if (ruling.verdict() != Verdict.PROVEN || ruling.total().compareTo(facts.refunded()) <= 0) {
      return Optional.empty();
    }
    if (earlier.isEmpty()) {
      returns.ask(sale, claim);
    }
    return Optional.of(ruled(claim.id(), ruling, facts));
  }

  private static boolean isDecided(LeadReturn earlier) {
    return earlier.state() == ReturnState.CREDITED || earlier.verdict() == Verdict.JUDGED;
  }

  private Taken ruled(ReturnId id, Ruling ruling, Facts facts) {
    Settlement settlement = returns.rule(returns.find(id).orElseThrow(), ruling, facts);
    return new Taken(returns.find(id).orElseThrow(), Optional.of(settlement));
  }
}
