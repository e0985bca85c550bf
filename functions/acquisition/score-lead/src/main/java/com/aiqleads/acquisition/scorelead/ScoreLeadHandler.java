package com.aiqleads.acquisition.scorelead;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.proposing.ProposeWording;
import com.aiqleads.acquisition.proposing.Wording;
import com.aiqleads.acquisition.scoring.Fraud;
import com.aiqleads.acquisition.scoring.Quality;
import com.aiqleads.acquisition.scoring.Scoring;
import com.aiqleads.acquisition.scoring.Scoring.Scored;
import com.aiqleads.acquisition.scoring.Scoring.TooFraudulent;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.LeadScored;
import com.aiqleads.lambda.EventFunction;
import com.aiqleads.lambda.Publisher;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;

/// LeadResolved in; LeadScored, or for a fraud LeadRejected and LeadEnded, out: an older version
/// may be on sale. The rules are all in the domain. ValueProposed out for what a language model
/// makes of its texts, which changes nothing of them.
public final class ScoreLeadHandler extends EventFunction<LeadResolved> {

  private static final String STEP = "score-lead";

  private final InstantSource clock = applicationContext.getBean(InstantSource.class);
  private final ProposeWording propose = applicationContext.getBean(ProposeWording.class);

  public ScoreLeadHandler() {
    super(LeadResolved.class);
  }

  ScoreLeadHandler(ApplicationContext context) {
    super(context, LeadResolved.class);
  }

  @Override
  protected void handle(LeadResolved event, Publisher publisher) {
    Lead lead = FromEvent.lead(event.lead(), event.contact());
    switch (Scoring.of(lead, FromEvent.standing(event.standing()))) {
      case Scored(Quality quality, Fraud fraud) -> {
        publisher.publish(
            new LeadScored(
                event.lead(), event.contact(), ToEvent.score(quality), ToEvent.score(fraud)));
        Wording.of(lead.listing()).proposals(propose).stream()
            .map(proposal -> ToEvent.proposed(lead.listing().id(), proposal, clock.instant()))
            .forEach(publisher::publish);
      }
      case TooFraudulent(Fraud fraud) -> {
        publisher.publish(rejected(event, fraud));
        publisher.publish(ended(event, fraud));
      }
    }
  }

  private LeadRejected rejected(LeadResolved event, Fraud fraud) {
    return new LeadRejected(
        event.lead().listingId(),
        event.lead().listing().source(),
        event.lead().listing().url(),
        STEP,
        ToEvent.reasons(fraud.reasons()),
        clock.instant(),
        event.lead().listing().observedAt());
  }

  private LeadEnded ended(LeadResolved event, Fraud fraud) {
    return new LeadEnded(
        event.lead().leadId(),
        event.lead().version(),
        ToEvent.reasons(fraud.reasons()),
        clock.instant());
  }
}
