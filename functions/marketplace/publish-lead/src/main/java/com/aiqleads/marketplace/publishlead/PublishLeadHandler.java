package com.aiqleads.marketplace.publishlead;

import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.Lead;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadErased;
import com.aiqleads.events.marketplace.LeadPriced;
import com.aiqleads.events.marketplace.LeadPublished;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.CurrentDelivery;
import com.aiqleads.lambda.Delivery;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringBatchFunction;
import com.aiqleads.lambda.database.TransactionWork;
import com.aiqleads.marketplace.events.FromEvents;
import com.aiqleads.marketplace.pricing.Segment;
import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

public final class PublishLeadHandler extends StoringBatchFunction<Event> {

  private final PublishLead publishLead;
  private final CurrentDelivery current;
  private final PriceFigures figures;

  public PublishLeadHandler() {
    super(LeadPriced.class, LeadEnded.class, LeadErased.class);
    this.publishLead = applicationContext.getBean(PublishLead.class);
    this.current = applicationContext.getBean(CurrentDelivery.class);
    this.figures = new PriceFigures(applicationContext.getBean(Metrics.class));
  }

  PublishLeadHandler(ApplicationContext context) {
    super(context, LeadPriced.class, LeadEnded.class, LeadErased.class);
    this.publishLead = context.getBean(PublishLead.class);
    this.current = context.getBean(CurrentDelivery.class);
    this.figures = new PriceFigures(context.getBean(Metrics.class));
  }

  @Override
  protected TransactionWork<Event> begin(List<Event> events) {
    Map<LeadId, Segment> priced =
        events.stream()
            .filter(LeadPriced.class::isInstance)
            .map(event -> ((LeadPriced) event).lead())
            .collect(Collectors.toMap(Lead::leadId, FromEvents::segment, (_, later) -> later));
    Set<LeadId> leads = events.stream().map(PublishLeadHandler::lead).collect(Collectors.toSet());
    return new Work(publishLead.begin(leads, priced));
  }

  private final class Work implements TransactionWork<Event> {

    private final Publishing publishing;

    Work(Publishing publishing) {
      this.publishing = publishing;
    }

    @Override
    public void handle(Event event, Publisher publisher) {
      CorrelationId journey = current.delivery().map(Delivery::correlationId).orElseThrow();
      for (Event said : said(event, journey)) {
        publisher.publish(said);
        if (said instanceof LeadPublished published) {
          figures.count(published.price().amount());
        }
      }
    }

    @Override
    public void conclude() {
      publishLead.conclude(publishing);
    }

    private List<Event> said(Event event, CorrelationId journey) {
      return switch (event) {
        case LeadEnded ended -> publishLead.end(ended, publishing, journey);
        case LeadErased erased -> publishLead.erase(erased, publishing, journey);
        default -> publishLead.publish((LeadPriced) event, publishing, journey);
      };
    }
  }

  private static LeadId lead(Event event) {
    return switch (event) {
      case LeadEnded ended -> ended.leadId();
      case LeadErased erased -> erased.leadId();
      default -> ((LeadPriced) event).lead().leadId();
    };
  }
}
