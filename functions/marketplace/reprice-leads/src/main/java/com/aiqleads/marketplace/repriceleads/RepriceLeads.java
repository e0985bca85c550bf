package com.aiqleads.marketplace.repriceleads;

import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Outbox;
import com.aiqleads.marketplace.events.ToEvents;
import com.aiqleads.marketplace.pricing.Measurement;
import com.aiqleads.marketplace.pricing.PriceBooks;
import com.aiqleads.marketplace.pricing.Pricing;
import com.aiqleads.marketplace.pricing.Quote;
import com.aiqleads.marketplace.pricing.Segment;
import com.aiqleads.marketplace.pricing.Shelf;
import com.aiqleads.marketplace.pricing.Shelf.Activity;
import com.aiqleads.marketplace.pricing.Shelf.Placed;
import com.aiqleads.marketplace.pricing.Shelf.Repriced;
import com.aiqleads.marketplace.pricing.ViewCounts;
import com.aiqleads.marketplace.search.IndexedLead;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Measures the market, then prices all that is on sale, a page in a transaction: a run goes on
/// where the last one ended, also if that was early, and one that is asked for twice moves nothing
/// twice.
@Singleton
record RepriceLeads(
    Shelf shelf, ViewCounts views, PriceBooks books, Outbox outbox, InstantSource clock) {

  /// Buyers of a page wait until it is written.
  private static final int PAGE = 100;

  private static final int MOST_PAGES = 10_000;

  /// How many have a new price.
  int reprice(Instant dueAt) {
    measure(dueAt);
    Pricing pricing = new Pricing(books.current().book());
    CorrelationId journey = new CorrelationId(Ids.derived("reprice", dueAt.toString()));
    Instant now = clock.instant();
    @Nullable LeadId start = shelf.place().orElse(null);
    @Nullable LeadId last = start;
    boolean isFromTheBeginning = start == null;
    int changed = 0;
    for (int number = 0; number < MOST_PAGES; number++) {
      List<Placed> page = shelf.page(last, now, PAGE);
      if (page.isEmpty() && isFromTheBeginning) {
        break;
      } else if (page.isEmpty()) {
        isFromTheBeginning = true;
        last = null;
      } else {
        changed += reprice(others(page, pricing), now, dueAt, journey);
        last = page.getLast().lead();
        shelf.keepPlace(last);
        if (isFromTheBeginning && isPast(last, start)) {
          break;
        }
      }
    }
    return changed;
  }

  /// In the order in which the shelf gives them.
  private static boolean isPast(LeadId last, @Nullable LeadId start) {
    return start != null && last.value().toString().compareTo(start.value().toString()) >= 0;
  }

  private void measure(Instant dueAt) {
    Map<Segment, Activity> activity = shelf.measure();
    Measurement measurement = new Measurement(activity, views.views(activity.keySet()));
    OptionalLong usual = measurement.usual(shelf.usual());
    shelf.keep(measurement.measured(usual), usual, dueAt);
  }

  private static List<Repriced> others(List<Placed> page, Pricing pricing) {
    return page.stream()
        .map(placed -> new Repriced(placed, pricing.quote(placed.circumstances())))
        .filter(Repriced::isOther)
        .toList();
  }

  private int reprice(List<Repriced> others, Instant now, Instant dueAt, CorrelationId journey) {
    if (others.isEmpty()) {
      return 0;
    }
    Map<LeadId, Quote> quotes =
        others.stream().collect(Collectors.toMap(one -> one.placed().lead(), Repriced::quote));
    return outbox.inTransaction(
        journey,
        publisher -> {
          List<IndexedLead> told = shelf.reprice(others, now, dueAt);
          for (IndexedLead lead : told) {
            Quote quote = quotes.get(lead.leadId());
            if (quote != null) {
              publisher.publish(ToEvents.repriced(lead, quote, now));
            }
          }
          return told.size();
        });
  }
}
