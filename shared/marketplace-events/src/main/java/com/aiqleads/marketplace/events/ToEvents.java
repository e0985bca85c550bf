package com.aiqleads.marketplace.events;

import com.aiqleads.events.Event;
import com.aiqleads.events.marketplace.AutoTopUpStopped;
import com.aiqleads.events.marketplace.AvailabilityChanged;
import com.aiqleads.events.marketplace.CardCharged;
import com.aiqleads.events.marketplace.CardExpiring;
import com.aiqleads.events.marketplace.CardRefused;
import com.aiqleads.events.marketplace.InvoiceUnpaid;
import com.aiqleads.events.marketplace.LeadRepriced;
import com.aiqleads.events.marketplace.ReturnSettled;
import com.aiqleads.events.marketplace.SearchFacts;
import com.aiqleads.events.marketplace.SlotOffered;
import com.aiqleads.events.marketplace.StandingOrdersReported;
import com.aiqleads.events.marketplace.StandingOrdersReported.ReportedLead;
import com.aiqleads.kernel.Money;
import com.aiqleads.marketplace.Availability;
import com.aiqleads.marketplace.Offer;
import com.aiqleads.marketplace.Price;
import com.aiqleads.marketplace.Reason;
import com.aiqleads.marketplace.cards.CardNews;
import com.aiqleads.marketplace.holds.Offering.Offered;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.returns.LeadReturn;
import com.aiqleads.marketplace.search.IndexedLead;
import com.aiqleads.marketplace.standing.Allocations.News;
import com.aiqleads.marketplace.subscriptions.Reminder;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// From our records to those of events.
public final class ToEvents {

  private ToEvents() {}

  public static com.aiqleads.events.marketplace.Price price(Price price) {
    return new com.aiqleads.events.marketplace.Price(
        price.amount(), price.exclusive(), price.priceBook(), reasons(price.reasons()));
  }

  public static LeadRepriced repriced(IndexedLead lead, Quote quote, Instant at) {
    return new LeadRepriced(
        Offer.idOf(lead.leadId()),
        lead.leadId(),
        lead.version(),
        lead.revision(),
        price(quote.price()),
        Objects.requireNonNull(quote.circumstances().market().before()),
        facts(lead, quote.price().amount().currency()),
        at);
  }

  public static AvailabilityChanged availability(Availability availability) {
    return new AvailabilityChanged(
        availability.lead(), availability.change(), availability.fullUntil());
  }

  public static SlotOffered offered(Offered offered) {
    return new SlotOffered(offered.team(), offered.lead(), offered.hold().until());
  }

  public static InvoiceUnpaid unpaid(Reminder reminder) {
    return new InvoiceUnpaid(
        reminder.team(), reminder.invoice(), reminder.total(), reminder.failedAt());
  }

  public static Event ofCard(CardNews news) {
    return switch (news) {
      case CardNews.Charged(var team, var amount, var invoice, var at) ->
          new CardCharged(team, amount, invoice.orElse(null), at);
      case CardNews.Refused(var team, var amount, var invoice, var needsPayer, var at) ->
          new CardRefused(team, amount, invoice.orElse(null), needsPayer, at);
      case CardNews.Expiring(var team, var lastMonth, var at) ->
          new CardExpiring(team, lastMonth.toString(), at);
      case CardNews.Stopped(var team, var why, var at) ->
          new AutoTopUpStopped(team, why.name().toLowerCase(Locale.ROOT), at);
    };
  }

  public static StandingOrdersReported reported(News news, Instant at) {
    List<ReportedLead> leads =
        news.lines().stream()
            .limit(News.MOST_LINES)
            .map(
                line ->
                    new ReportedLead(
                        line.order(), line.lead(), line.headline(), line.bought(), line.price()))
            .toList();
    return new StandingOrdersReported(
        news.team(),
        news.reader(),
        news.channel().text(),
        leads,
        news.lines().size() - leads.size(),
        news.missed(),
        at);
  }

  /// Of one that is settled.
  public static ReturnSettled settled(LeadReturn what) {
    return new ReturnSettled(
        what.id().text(),
        what.team(),
        what.lead(),
        what.reason().code(),
        what.state().name().toLowerCase(Locale.ROOT),
        what.credited(),
        !what.asked(),
        what.settledAt().orElseThrow());
  }

  private static SearchFacts facts(IndexedLead lead, Currency currency) {
    Long asking = lead.askingCents();
    return new SearchFacts(
        lead.words(),
        lead.city(),
        lead.type(),
        lead.beds(),
        lead.sources(),
        asking == null ? null : new Money(asking, currency),
        lead.quality(),
        lead.qualityBand(),
        Instant.ofEpochMilli(lead.firstSeenMillis()),
        lead.cell().number());
  }

  public static List<com.aiqleads.events.acquisition.Reason> reasons(List<Reason> reasons) {
    return reasons.stream()
        .map(reason -> new com.aiqleads.events.acquisition.Reason(reason.code(), reason.text()))
        .toList();
  }
}
