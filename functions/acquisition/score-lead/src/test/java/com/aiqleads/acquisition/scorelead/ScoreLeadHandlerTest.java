package com.aiqleads.acquisition.scorelead;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.events.acquisition.Lead;
import com.aiqleads.events.acquisition.LeadEnded;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.LeadScored;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.events.acquisition.Standing;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoreLeadHandlerTest {

  private static final String PRICE = "aiqleads-test-marketplace-price-lead";
  private static final String REFUSALS = "aiqleads-test-acquisition-keep-refusals";

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "score-lead",
          queues,
          Map.of(
              "aiqleads.routes",
              "LeadScored=marketplace-price-lead;LeadRejected=acquisition-keep-refusals;"
                  + "LeadEnded=marketplace-publish-lead"));
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final LeadResolved resolved = examples.of(LeadResolved.class);

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ScoreLeadHandler deployed = new ScoreLeadHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void emitsTheLeadWithItsScores() {
    handle(resolved);

    LeadScored scored = examples.in(queues.bodiesSentTo(PRICE).getFirst(), LeadScored.class);
    assertThat(scored.lead()).isEqualTo(resolved.lead());
    assertThat(scored.contact()).isEqualTo(resolved.contact());
    assertThat(scored.quality().points()).isBetween(70, 100);
    assertThat(scored.quality().band()).isIn("good", "excellent");
    assertThat(scored.quality().reasons())
        .extracting(Reason::code)
        .contains("phone_known", "listed_this_week", "rough_place");
    assertThat(scored.fraud().band()).isEqualTo("low");
  }

  @Test
  void refusesAFraud() {
    handle(
        new LeadResolved(
            resolved.listingId(),
            described("I am overseas. Wire me the money by Western Union."),
            resolved.contact(),
            false,
            null));

    LeadRejected refused =
        examples.in(queues.bodiesSentTo(REFUSALS).getFirst(), LeadRejected.class);
    assertThat(refused.step()).isEqualTo("score-lead");
    assertThat(refused.listingId()).isEqualTo(resolved.lead().listingId());
    assertThat(refused.reasons())
        .extracting(Reason::code)
        .containsExactly("asks_for_money", "seller_abroad", "address_not_found");
    assertThat(queues.sentTo(PRICE)).isEmpty();
  }

  @Test
  void aFraudEndsThisVersionOfItsLead() {
    handle(
        new LeadResolved(
            resolved.listingId(),
            described("I am overseas. Wire me the money by Western Union."),
            resolved.contact(),
            false,
            null));

    LeadEnded ended =
        examples.in(
            queues.bodiesSentTo("aiqleads-test-marketplace-publish-lead").getFirst(),
            LeadEnded.class);
    assertThat(ended.leadId()).isEqualTo(resolved.lead().leadId());
    assertThat(ended.version()).isEqualTo(resolved.lead().version());
    assertThat(ended.reasons())
        .extracting(Reason::code)
        .containsExactly("asks_for_money", "seller_abroad", "address_not_found");
  }

  @Test
  void refusesACheaperCloneOfAnotherHomeWithTheModelThatSaysSo() {
    handle(standing(new Standing(1, 1, 0, 0, 0, 0, 0, 23, 36_120)));

    LeadRejected refused =
        examples.in(queues.bodiesSentTo(REFUSALS).getFirst(), LeadRejected.class);
    assertThat(refused.reasons()).extracting(Reason::code).contains("cloned_cheaper");
    assertThat(queues.sentTo(PRICE)).isEmpty();
  }

  @Test
  void saysByWhichModelTheScoresAre() {
    handle(standing(new Standing(0, 0, 1, 0, 0, 0, 0, 0, 0)));

    LeadScored scored = examples.in(queues.bodiesSentTo(PRICE).getFirst(), LeadScored.class);
    assertThat(scored.fraud().model()).isEqualTo("rules-2").isEqualTo(scored.quality().model());
    assertThat(scored.fraud().band()).isEqualTo("elevated");
    assertThat(scored.fraud().reasons()).extracting(Reason::code).contains("photos_reused");
  }

  private LeadResolved standing(Standing standing) {
    return new LeadResolved(
        resolved.listingId(), resolved.lead(), resolved.contact(), false, standing);
  }

  @Test
  void saysTheSameEventAgainForTheSameLead() {
    handle(resolved);
    handle(resolved);

    assertThat(queues.bodiesSentTo(PRICE))
        .map(body -> examples.in(body, LeadScored.class))
        .hasSize(2)
        .containsOnly(examples.in(queues.bodiesSentTo(PRICE).getFirst(), LeadScored.class));
    assertThat(queues.eventIdsSentTo(PRICE)).containsOnly(queues.eventIdsSentTo(PRICE).getFirst());
  }

  private void handle(LeadResolved event) {
    TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
    assertThat(
            new ScoreLeadHandler(context)
                .handleRequest(
                    TestEvents.batch(events.message("a", event)),
                    new FakeInvocation(Duration.ofSeconds(30)))
                .getBatchItemFailures())
        .isEmpty();
  }

  private Lead described(String description) {
    Lead lead = resolved.lead();
    ListingFacts facts = lead.listing();
    return new Lead(
        lead.leadId(),
        lead.version(),
        lead.market(),
        new ListingFacts(
            facts.source(),
            facts.sourceListingId(),
            facts.url(),
            facts.title(),
            description,
            facts.price(),
            facts.property(),
            facts.listedOn(),
            facts.photoUrls(),
            facts.mlsNumber(),
            facts.observedAt()),
        lead.listingId(),
        lead.sources(),
        lead.listings(),
        lead.address(),
        lead.location(),
        lead.firstSeenAt());
  }
}
