package com.aiqleads.marketplace.returns;

import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.OfferFixtures;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is known of a lead that was bought for 34 dollars and of which nothing is wrong.
public final class FactsFixtures {

  public static final Instant SOLD = Instant.parse("2026-11-20T12:00:00Z");
  public static final Money PRICE = Money.usd(34_00);

  private Money refunded = Money.usd(0);
  private List<ReturnReason> credited = List.of();
  private int evidence;
  private Facts.Ways ways = new Facts.Ways(true, List.of(LineType.GEOGRAPHIC), 1, Bounce.NONE);
  private Facts.Listing listing =
      new Facts.Listing(SOLD.minus(Duration.ofHours(3)), Optional.empty(), 5);
  private Facts.Twins twins = new Facts.Twins(List.of(), List.of(), 7);
  private Facts.Passage passage = new Facts.Passage(0, 0, false);
  private Facts.History history = new Facts.History(30, 1);

  public static FactsFixtures known() {
    return new FactsFixtures();
  }

  FactsFixtures refunded(long cents, ReturnReason... reasons) {
    refunded = Money.usd(cents);
    credited = List.of(reasons);
    return this;
  }

  FactsFixtures evidence(int length) {
    evidence = length;
    return this;
  }

  FactsFixtures phones(LineType... types) {
    ways = new Facts.Ways(ways.known(), List.of(types), ways.emails(), ways.bounce());
    return this;
  }

  FactsFixtures emails(int count, Bounce bounce) {
    ways = new Facts.Ways(ways.known(), ways.phones(), count, bounce);
    return this;
  }

  FactsFixtures forgotten() {
    ways = new Facts.Ways(false, List.of(), 0, Bounce.NONE);
    return this;
  }

  FactsFixtures seen(Instant at) {
    listing = new Facts.Listing(at, listing.goneAt(), listing.fraudPoints());
    return this;
  }

  FactsFixtures gone(Instant at) {
    listing = new Facts.Listing(listing.seenAt(), Optional.of(at), listing.fraudPoints());
    return this;
  }

  FactsFixtures fraud(int points) {
    listing = new Facts.Listing(listing.seenAt(), listing.goneAt(), points);
    return this;
  }

  FactsFixtures sameHome(LeadId lead) {
    twins = new Facts.Twins(List.of(lead), List.of(), 7);
    return this;
  }

  FactsFixtures samePerson(LeadId lead) {
    twins = new Facts.Twins(List.of(), List.of(lead), 7);
    return this;
  }

  FactsFixtures passage(int deliveries, int lost, boolean opened) {
    passage = new Facts.Passage(deliveries, lost, opened);
    return this;
  }

  FactsFixtures history(int bought, int claimed) {
    history = new Facts.History(bought, claimed);
    return this;
  }

  public Facts facts() {
    return new Facts(
        PRICE,
        refunded,
        SOLD,
        SOLD.plus(Duration.ofDays(1)),
        credited,
        evidence,
        ways,
        listing,
        twins,
        history,
        Optional.of(passage));
  }

  static LeadId other() {
    return OfferFixtures.leadId(2);
  }
}
