package com.aiqleads.marketplace.standing;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.TeamId;
import com.aiqleads.kernel.UserId;
import com.aiqleads.marketplace.holds.Limit;
import com.aiqleads.marketplace.holds.SaleMode;
import com.aiqleads.marketplace.search.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Standing orders as teams make them.
public final class StandingFixtures {
  public static final Instant MADE_AT = Instant.parse("2026-11-19T12:00:00Z");

  private StandingFixtures() {}

  public static StandingOrderId id(String name) {
    return new StandingOrderId(Ids.derived("standing order", name));
  }

  public static TeamId team(String name) {
    return new TeamId(Ids.derived("team", name));
  }

  public static UserId owner(String name) {
    return new UserId(Ids.derived("user", name));
  }

  /// Buys whatever comes, shared, for at most that.
  public static Terms buying(Money limit) {
    return buying(limit, List.of());
  }

  public static Terms buying(Money limit, List<Limit> caps) {
    return new Terms(
        "Anything",
        BuyBox.of(Map.of()),
        Act.BUY,
        SaleMode.SHARED,
        Optional.of(limit),
        caps,
        Channel.INSTANT,
        Optional.empty());
  }

  public static Terms in(Terms terms, SaleMode mode) {
    return new Terms(
        terms.name(),
        terms.box(),
        terms.act(),
        mode,
        terms.limit(),
        terms.caps(),
        terms.channel(),
        terms.until());
  }

  public static Terms lookingFor(Terms terms, Map<String, String> search) {
    return boxed(terms, BuyBox.of(search));
  }

  /// With a filter that no search says, for tests that make filters by chance.
  public static Terms filtering(Terms terms, Filter filter) {
    return boxed(terms, new BuyBox(Map.of(), filter));
  }

  private static Terms boxed(Terms terms, BuyBox box) {
    return new Terms(
        terms.name(),
        box,
        terms.act(),
        terms.mode(),
        terms.limit(),
        terms.caps(),
        terms.channel(),
        terms.until());
  }

  /// Tells of what comes.
  public static Terms alerting(Channel channel) {
    return new Terms(
        "News",
        BuyBox.of(Map.of()),
        Act.ALERT,
        SaleMode.SHARED,
        Optional.empty(),
        List.of(),
        channel,
        Optional.empty());
  }

  public static Terms until(Terms terms, Instant end) {
    return new Terms(
        terms.name(),
        terms.box(),
        terms.act(),
        terms.mode(),
        terms.limit(),
        terms.caps(),
        terms.channel(),
        Optional.of(end));
  }

  public static StandingOrder order(String name, TeamId team, Terms terms) {
    return StandingOrder.made(id(name), team, owner("of " + team.text()), terms, MADE_AT);
  }
}
