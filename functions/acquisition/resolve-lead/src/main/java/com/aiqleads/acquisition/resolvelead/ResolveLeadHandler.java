package com.aiqleads.acquisition.resolvelead;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.Listing;
import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.Ending.Meaningless;
import com.aiqleads.acquisition.resolution.Ending.Outlived;
import com.aiqleads.acquisition.resolution.Ending.Over;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Resolution.Changed;
import com.aiqleads.acquisition.resolution.Resolution.Joined;
import com.aiqleads.acquisition.resolution.Resolution.Outdated;
import com.aiqleads.acquisition.resolution.Resolution.Started;
import com.aiqleads.acquisition.resolution.Resolution.Unchanged;
import com.aiqleads.acquisition.standing.Around;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.SuppressionReason;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.LeadDoubted;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// LeadValidated in; LeadResolved out, unless the advertisement says nothing new. LeadRejected and
/// PageRejected in; if they end an advertisement, LeadResolved out, or LeadEnded for the last one.
/// LeadRejected out, and its end, for what is suppressed. LeadDoubted for those on which a new lead
/// throws another light; they come back here, so that their keys are reserved before they are
/// looked at.
public final class ResolveLeadHandler extends StoringEventFunction<Event> {

  private static final String STEP = "resolve-lead";
  private static final String NOWHERE = "urn:aiqleads:suppressed";

  private final LeadResolution resolution = applicationContext.getBean(LeadResolution.class);
  private final Suppressions suppressions = applicationContext.getBean(Suppressions.class);
  private final Standings standings = applicationContext.getBean(Standings.class);
  private final InstantSource clock = applicationContext.getBean(InstantSource.class);

  /// Of the batch that this thread handles: asked once, behind the locks.
  private final ThreadLocal<Set<SuppressionKey>> suppressed = ThreadLocal.withInitial(Set::of);

  public ResolveLeadHandler() {
    super(LeadValidated.class, LeadRejected.class, PageRejected.class, LeadDoubted.class);
  }

  ResolveLeadHandler(ApplicationContext context) {
    super(context, LeadValidated.class, LeadRejected.class, PageRejected.class, LeadDoubted.class);
  }

  @Override
  protected void prepare(List<Event> events) {
    List<LeadValidated> validated =
        events.stream()
            .filter(LeadValidated.class::isInstance)
            .map(LeadValidated.class::cast)
            .toList();
    Set<ListingId> ending =
        events.stream()
            .flatMap(event -> EndedListing.in(event).stream())
            .map(EndedListing::listing)
            .collect(Collectors.toSet());
    List<Advertisement> seen = validated.stream().map(ResolveLeadHandler::advertisement).toList();
    resolution.reserve(
        seen,
        validated.stream().flatMap(event -> other(event).stream()).collect(Collectors.toSet()),
        ending,
        events.stream()
            .filter(LeadDoubted.class::isInstance)
            .map(event -> ((LeadDoubted) event).leadId())
            .collect(Collectors.toSet()));
    suppressed.set(
        suppressions.among(
            seen.stream()
                .flatMap(one -> SuppressionKey.of(one).stream())
                .collect(Collectors.toSet())));
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    switch (event) {
      case LeadValidated validated when isSuppressed(validated) -> refuse(validated, publisher);
      case LeadValidated validated -> resolve(validated, publisher);
      case LeadDoubted doubted -> reconsider(doubted, publisher);
      default -> EndedListing.in(event).ifPresent(ended -> end(ended, publisher));
    }
  }

  private boolean isSuppressed(LeadValidated event) {
    return !causes(event).isEmpty();
  }

  private Set<SuppressionKey> causes(LeadValidated event) {
    return SuppressionKey.of(advertisement(event)).stream()
        .filter(suppressed.get()::contains)
        .collect(Collectors.toSet());
  }

  /// Without its address on the web, which may name a street: refusals are kept. Its page is not
  /// fetched again.
  private void refuse(LeadValidated event, Publisher publisher) {
    Instant now = clock.instant();
    List<Reason> reasons = ToEvent.reasons(List.of(SuppressionReason.SUPPRESSED));
    publisher.publish(
        new LeadRejected(
            event.listingId(), event.listing().source(), NOWHERE, STEP, reasons, now, now));
    suppressions.addPages(SuppressionKey.pages(List.of(event.listing().url())), causes(event), now);
    end(new EndedListing(event.listingId(), now, reasons), publisher);
  }

  private void resolve(LeadValidated event, Publisher publisher) {
    other(event).ifPresent(other -> resolution.alias(other, event.listingId()));
    switch (resolution.resolve(advertisement(event))) {
      case Started(Lead lead, _) -> seenNew(event, lead, false, publisher);
      case Joined(Lead lead, _) -> seenNew(event, lead, true, publisher);
      case Changed(Lead lead, _) -> resolved(event.listingId(), lead, publisher);
      case Unchanged _, Outdated _ -> {}
    }
  }

  private void end(EndedListing ended, Publisher publisher) {
    switch (resolution.end(ended.listing(), ended.at())) {
      case Over over ->
          publisher.publish(
              new LeadEnded(over.lead(), over.version(), ended.reasons(), ended.at()));
      case Outlived(Lead lead) -> resolved(ended.listing(), lead, publisher);
      case Meaningless _ -> {}
    }
  }

  /// Its second id, in the form in which an address that names it is read.
  private static Optional<ListingId> other(LeadValidated event) {
    return Optional.ofNullable(event.otherId())
        .flatMap(
            id -> Source.find(event.listing().source()).map(source -> Listing.idOf(source, id)));
  }

  private static Advertisement advertisement(LeadValidated event) {
    return new Advertisement(
        FromEvent.listing(event.listingId(), event.listing()),
        event.pageId(),
        event.market(),
        FromEvent.address(event.address()),
        FromEvent.location(event.location()),
        FromEvent.contact(event.contact()),
        event.listing().observedAt(),
        event.sellerUrl());
  }

  /// Also doubts those who look worse since it came.
  private void seenNew(LeadValidated event, Lead lead, boolean merged, Publisher publisher) {
    Around around = standings.around(lead);
    publisher.publish(ToEvent.resolved(event.listingId(), lead, merged, around));
    around
        .doubted(lead)
        .forEach(id -> publisher.publish(new LeadDoubted(id, lead.id(), clock.instant())));
  }

  private void reconsider(LeadDoubted event, Publisher publisher) {
    resolution
        .reconsider(event.leadId())
        .ifPresent(lead -> resolved(lead.listing().id(), lead, publisher));
  }

  private void resolved(ListingId listing, Lead lead, Publisher publisher) {
    publisher.publish(ToEvent.resolved(listing, lead, false, standings.around(lead)));
  }
}
