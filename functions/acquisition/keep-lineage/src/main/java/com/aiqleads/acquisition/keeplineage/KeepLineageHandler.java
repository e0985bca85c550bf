package com.aiqleads.acquisition.keeplineage;

import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.acquisition.lineage.Succession;
import com.aiqleads.acquisition.lineage.Succession.Kept;
import com.aiqleads.acquisition.lineage.Succession.Outdated;
import com.aiqleads.acquisition.lineage.Succession.Repriced;
import com.aiqleads.acquisition.validation.ListingValidation;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.ListingRepriced;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// ListingParsed in; ListingRepriced out, where the price is another than before.
public final class KeepLineageHandler extends StoringEventFunction<ListingParsed> {

  private final Lineages lineages = applicationContext.getBean(Lineages.class);

  public KeepLineageHandler() {
    super(ListingParsed.class);
  }

  KeepLineageHandler(ApplicationContext context) {
    super(context, ListingParsed.class);
  }

  @Override
  protected void prepare(List<ListingParsed> events) {
    lineages.reserve(events.stream().map(ListingParsed::listingId).collect(Collectors.toSet()));
  }

  @Override
  protected void handle(ListingParsed parsed, Publisher publisher) {
    Lineage now = lineage(parsed);
    Succession succession =
        lineages.find(parsed.listingId()).map(now::after).orElseGet(() -> new Kept(now));
    switch (succession) {
      case Outdated() -> {}
      case Kept(Lineage lineage) -> lineages.keep(lineage);
      case Repriced(Lineage lineage, SeenPrice before, SeenPrice price) -> {
        lineages.keep(lineage);
        publisher.publish(repriced(lineage, before, price));
      }
    }
  }

  private static ListingRepriced repriced(Lineage lineage, SeenPrice before, SeenPrice now) {
    return new ListingRepriced(
        lineage.listing(),
        lineage.page(),
        lineage.source(),
        lineage.market(),
        lineage.url(),
        lineage.snapshotKey(),
        before.price(),
        before.at(),
        now.price(),
        now.at());
  }

  /// A price at which no home is sold is none: that of a joke, or of a mistake in reading.
  private static Lineage lineage(ListingParsed parsed) {
    SeenPrice price =
        Optional.ofNullable(parsed.listing().price())
            .filter(ListingValidation::isPlausible)
            .map(amount -> new SeenPrice(amount, parsed.listing().observedAt()))
            .orElse(null);
    return new Lineage(
        parsed.listingId(),
        parsed.listing().source(),
        parsed.market(),
        parsed.listing().url(),
        parsed.pageId(),
        parsed.snapshotKey(),
        parsed.parserVersion(),
        parsed.listing().observedAt(),
        price,
        FromEvent.particulars(parsed));
  }
}
