package com.aiqleads.acquisition.keeplineage;

import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.acquisition.lineage.Succeeding;
import com.aiqleads.acquisition.lineage.Succession.Repriced;
import com.aiqleads.acquisition.validation.ListingValidation;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.ListingRepriced;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringBatchFunction;
import com.aiqleads.lambda.database.TransactionWork;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// ListingParsed in; ListingRepriced out, where the price is another than before.
public final class KeepLineageHandler extends StoringBatchFunction<ListingParsed> {

  private final Lineages lineages = applicationContext.getBean(Lineages.class);

  public KeepLineageHandler() {
    super(ListingParsed.class);
  }

  KeepLineageHandler(ApplicationContext context) {
    super(context, ListingParsed.class);
  }

  @Override
  protected TransactionWork<ListingParsed> begin(List<ListingParsed> events) {
    return new Work(
        Succeeding.of(
            lineages, events.stream().map(ListingParsed::listingId).collect(Collectors.toSet())));
  }

  private record Work(Succeeding succeeding) implements TransactionWork<ListingParsed> {

    @Override
    public void handle(ListingParsed parsed, Publisher publisher) {
      if (succeeding.next(lineage(parsed))
          instanceof Repriced(Lineage now, SeenPrice before, SeenPrice price)) {
        publisher.publish(repriced(now, before, price));
      }
    }

    @Override
    public void conclude() {
      succeeding.keep();
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
