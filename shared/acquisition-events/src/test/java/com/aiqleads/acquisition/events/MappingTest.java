package com.aiqleads.acquisition.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.scoring.Fraud;
import com.aiqleads.acquisition.scoring.FraudSignal;
import com.aiqleads.acquisition.scoring.QualityRules;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.Score;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingTest {

  private static final Examples EXAMPLES =
      new Examples(ApplicationContext.run().getBean(ObjectMapper.class));

  @Test
  void whatAPageSaysSurvivesThereAndBack() {
    ListingParsed parsed = EXAMPLES.of(ListingParsed.class);

    assertThat(ToEvent.listing(FromEvent.listing(parsed.listingId(), parsed.listing())))
        .isEqualTo(parsed.listing());
    assertThat(ToEvent.address(FromEvent.address(parsed.address()))).isEqualTo(parsed.address());
    assertThat(ToEvent.contact(FromEvent.contact(parsed.contact()))).isEqualTo(parsed.contact());
  }

  @Test
  void conflictsCarryTheirPathsAndValues() {
    Conflict zip =
        new Conflict(
            "zip",
            List.of(
                new Conflict.Reading("h2.street-address", "33145"),
                new Conflict.Reading("ld address.postalCode", "33146")));

    assertThat(ToEvent.conflicts(List.of(zip)))
        .isEqualTo(EXAMPLES.of(ListingParsed.class).conflicts());
  }

  @Test
  void particularsSurviveThereAndBack() {
    ListingParsed parsed = EXAMPLES.of(ListingParsed.class);

    assertThat(ToEvent.particulars(FromEvent.particulars(parsed))).isEqualTo(parsed.particulars());
    assertThat(ToEvent.conflicts(FromEvent.particulars(parsed).conflicts()))
        .isEqualTo(parsed.conflicts());
  }

  @Test
  void whatIsValidSurvivesThereAndBack() {
    LeadValidated valid = EXAMPLES.of(LeadValidated.class);

    assertThat(ToEvent.address(FromEvent.address(valid.address()))).isEqualTo(valid.address());
    assertThat(ToEvent.location(FromEvent.location(valid.location()))).isEqualTo(valid.location());
    assertThat(ToEvent.contact(FromEvent.contact(valid.contact()))).isEqualTo(valid.contact());
  }

  @Test
  void aLeadSurvivesThereAndBack() {
    LeadResolved resolved = EXAMPLES.of(LeadResolved.class);
    Lead lead = FromEvent.lead(resolved.lead(), resolved.contact());

    assertThat(ToEvent.lead(lead)).isEqualTo(resolved.lead());
    assertThat(ToEvent.contact(lead.contact())).isEqualTo(resolved.contact());
  }

  @Test
  void scoresCarryTheirBandAndReasons() {
    Score quality = ToEvent.score(QualityRules.qualityOf(LeadFixtures.aLead()));
    Score fraud = ToEvent.score(new Fraud(5, List.of(FraudSignal.NO_PHOTOS)));

    assertThat(quality.points()).isEqualTo(100);
    assertThat(quality.band()).isEqualTo("excellent");
    assertThat(fraud.band()).isEqualTo("low");
    assertThat(fraud.reasons()).extracting(reason -> reason.code()).containsExactly("no_photos");
  }

  @Test
  void refusesSourcesThatItDoesNotKnow() {
    ListingParsed parsed = EXAMPLES.of(ListingParsed.class);
    ListingFacts facts = parsed.listing();
    ListingFacts foreign =
        new ListingFacts(
            "elsewhere",
            facts.sourceListingId(),
            facts.url(),
            facts.title(),
            null,
            null,
            facts.property(),
            null,
            List.of(),
            null,
            facts.observedAt());

    assertThatThrownBy(() -> FromEvent.listing(parsed.listingId(), foreign))
        .hasMessageContaining("elsewhere");
  }
}
