package com.aiqleads.acquisition.keeplineage;

import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.lineage.SeenPrice;
import com.aiqleads.acquisition.lineage.Succeeding;
import com.aiqleads.acquisition.lineage.Succession.Repriced;
import com.aiqleads.acquisition.proposing.Proposals;
import com.aiqleads.acquisition.proposing.Proposals.Kept;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.validation.ListingValidation;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.ListingRepriced;
import com.aiqleads.events.acquisition.ValueProposed;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringBatchFunction;
import com.aiqleads.lambda.database.TransactionWork;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// ListingParsed in; ListingRepriced out, where the price is another than before. ValueProposed in;
/// nothing out. Of what is suppressed nothing is kept or told; what was before stays for its time.
public final class KeepLineageHandler extends StoringBatchFunction<Event> {

  private final Lineages lineages = applicationContext.getBean(Lineages.class);
  private final Proposals proposals = applicationContext.getBean(Proposals.class);
  private final Suppressions suppressions = applicationContext.getBean(Suppressions.class);

  public KeepLineageHandler() {
    super(ListingParsed.class, ValueProposed.class);
  }

  KeepLineageHandler(ApplicationContext context) {
    super(context, ListingParsed.class, ValueProposed.class);
  }

  @Override
  protected TransactionWork<Event> begin(List<Event> events) {
    Set<ListingId> parsed =
        events.stream()
            .filter(ListingParsed.class::isInstance)
            .map(event -> ((ListingParsed) event).listingId())
            .collect(Collectors.toSet());
    Succeeding succeeding = Succeeding.of(lineages, parsed);
    return new Work(succeeding, refused(events), proposals, new ArrayList<>());
  }

  /// Asked once for a batch, as `resolve-lead` does, and behind the locks of the listings.
  private Set<ListingId> refused(List<Event> events) {
    Map<ListingId, Set<SuppressionKey>> keys = new HashMap<>();
    events.forEach(
        event -> keys.computeIfAbsent(listing(event), _ -> new HashSet<>()).addAll(keys(event)));
    Set<SuppressionKey> suppressed =
        suppressions.among(keys.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    return keys.entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(suppressed::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static ListingId listing(Event event) {
    return event instanceof ListingParsed parsed
        ? parsed.listingId()
        : ((ValueProposed) event).listingId();
  }

  private static Set<SuppressionKey> keys(Event event) {
    return event instanceof ListingParsed parsed
        ? SuppressionKey.of(FromEvent.parsed(parsed))
        : Set.of(SuppressionKey.of(listing(event)));
  }

  private record Work(
      Succeeding succeeding, Set<ListingId> refused, Proposals proposals, List<Kept> proposed)
      implements TransactionWork<Event> {

    @Override
    public void handle(Event event, Publisher publisher) {
      if (!refused.contains(listing(event))) {
        keep(event, publisher);
      }
    }

    private void keep(Event event, Publisher publisher) {
      if (event instanceof ValueProposed value) {
        proposed.add(kept(value));
      } else {
        parsed((ListingParsed) event, publisher);
      }
    }

    private void parsed(ListingParsed parsed, Publisher publisher) {
      if (succeeding.next(lineage(parsed))
          instanceof Repriced(Lineage now, SeenPrice before, SeenPrice price)) {
        publisher.publish(repriced(now, before, price));
      }
    }

    @Override
    public void conclude() {
      succeeding.keep();
      proposals.keep(proposed);
    }
  }

  private static Kept kept(ValueProposed proposed) {
    return new Kept(
        proposed.listingId(),
        proposed.field(),
        proposed.value(),
        proposed.model(),
        proposed.verdict().code(),
        proposed.proposedAt());
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
