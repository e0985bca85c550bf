package com.aiqleads.acquisition.validatelead;

import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.proposing.Proposal;
import com.aiqleads.acquisition.validation.ListingValidation;
import com.aiqleads.acquisition.validation.Validation.Invalid;
import com.aiqleads.acquisition.validation.Validation.Valid;
import com.aiqleads.acquisition.validation.Validation.ValidListing;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.ValueProposed;
import com.aiqleads.lambda.EventFunction;
import com.aiqleads.lambda.Publisher;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.List;

/// ListingParsed in; LeadValidated, or LeadRejected with every fault, out; and ValueProposed for an
/// address that a language model has read where the rules could not.
public final class ValidateLeadHandler extends EventFunction<ListingParsed> {

  private static final String STEP = "validate-lead";

  private final ListingValidation validation = applicationContext.getBean(ListingValidation.class);
  private final InstantSource clock = applicationContext.getBean(InstantSource.class);

  public ValidateLeadHandler() {
    super(ListingParsed.class);
  }

  ValidateLeadHandler(ApplicationContext context) {
    super(context, ListingParsed.class);
  }

  @Override
  protected void handle(ListingParsed event, Publisher publisher) {
    ParsedListing parsed = FromEvent.parsed(event);
    switch (validation.validate(parsed, proposal -> publisher.publish(proposed(event, proposal)))) {
      case Valid(ValidListing valid) -> publisher.publish(validated(event, valid));
      case Invalid(List<Reason> faults) -> publisher.publish(rejected(event, faults));
    }
  }

  private static LeadValidated validated(ListingParsed event, ValidListing valid) {
    return new LeadValidated(
        event.listingId(),
        event.pageId(),
        event.market(),
        ToEvent.listing(valid.listing()),
        ToEvent.address(valid.address()),
        ToEvent.location(valid.location()),
        ToEvent.contact(valid.contact()),
        event.otherId(),
        event.sellerUrl());
  }

  private ValueProposed proposed(ListingParsed event, Proposal proposal) {
    return ToEvent.proposed(event.listingId(), proposal, clock.instant());
  }

  private LeadRejected rejected(ListingParsed event, List<Reason> faults) {
    return new LeadRejected(
        event.listingId(),
        event.listing().source(),
        event.listing().url(),
        STEP,
        ToEvent.reasons(faults),
        clock.instant(),
        event.listing().observedAt());
  }
}
