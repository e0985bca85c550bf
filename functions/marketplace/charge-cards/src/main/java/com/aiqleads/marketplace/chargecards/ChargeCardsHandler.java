package com.aiqleads.marketplace.chargecards;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public final class ChargeCardsHandler extends ScheduledFunction {

  private static final Logger LOG = LoggerFactory.getLogger(ChargeCardsHandler.class);

  @Inject ChargeCards chargeCards;
  @Inject TellTeams tellTeams;

  public ChargeCardsHandler() {}

  ChargeCardsHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    try {
      LOG.atInfo()
          .addKeyValue("cards", chargeCards.ask())
          .addKeyValue("teams", chargeCards.charge())
          .log("cards are charged");
    } finally {
      LOG.atInfo().addKeyValue("news", tellTeams.tell()).log("teams were told");
    }
  }
}
