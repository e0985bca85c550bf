package com.aiqleads.acquisition.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.hiring.Application;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.acquisition.hiring.Salary;
import com.aiqleads.acquisition.hiring.Workplace;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.proposing.Proposal;
import com.aiqleads.acquisition.proposing.ProposalVerdict;
import com.aiqleads.acquisition.proposing.ProposedField;
import com.aiqleads.acquisition.scoring.Fraud;
import com.aiqleads.acquisition.scoring.FraudSignal;
import com.aiqleads.acquisition.scoring.QualityRules;
import com.aiqleads.acquisition.standing.Around;
import com.aiqleads.acquisition.standing.Level;
import com.aiqleads.acquisition.standing.Standing;
import com.aiqleads.events.acquisition.CompanyDescribed;
import com.aiqleads.events.acquisition.CompanyFacts;
import com.aiqleads.events.acquisition.JobFacts;
import com.aiqleads.events.acquisition.JobFound;
import com.aiqleads.events.acquisition.LeadResolved;
import com.aiqleads.events.acquisition.LeadValidated;
import com.aiqleads.events.acquisition.ListingFacts;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.Score;
import com.aiqleads.events.acquisition.ValueProposed;
import com.aiqleads.kernel.GeoPoint;
import com.aiqleads.kernel.Money;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
  void whatIsAroundALeadSurvivesThereAndBack() {
    LeadResolved example = EXAMPLES.of(LeadResolved.class);
    Lead lead = LeadFixtures.aLead();

    LeadResolved resolved =
        ToEvent.resolved(
            lead.listing().id(), lead, true, new Around(List.of(), new Level(23, 36_120)));

    assertThat(FromEvent.standing(resolved.standing()).level()).isEqualTo(new Level(23, 36_120));
    assertThat(FromEvent.standing(example.standing()).contactHomes()).isOne();
    assertThat(FromEvent.standing(null)).isEqualTo(Standing.UNKNOWN);
    assertThat(resolved.merged()).isTrue();
  }

  @Test
  void aJobSaysAllThatWasRead() {
    JobFacts facts = EXAMPLES.of(JobFound.class).job();
    Salary salary =
        new Salary(
            Money.usd(7_000_000),
            Money.usd(9_000_000),
            Salary.Interval.YEARLY,
            "$70,000.00/yr - $90,000.00/yr");
    Workplace place =
        new Workplace(
            "Miami, FL (Hybrid)",
            "Miami",
            "FL",
            "US",
            "33131",
            new GeoPoint(25.7743, -80.1937),
            Workplace.Kind.HYBRID);

    assertThat(ToEvent.job(job(facts, place, salary))).isEqualTo(facts);
    assertThat(ToEvent.job(job(facts, Workplace.UNKNOWN, null)).salary()).isNull();
    assertThat(ToEvent.job(job(facts, Workplace.UNKNOWN, null)).place().kind()).isNull();
  }

  @Test
  void whatACompanySaysSurvivesThereAndBack() {
    CompanyDescribed said = EXAMPLES.of(CompanyDescribed.class);
    CompanyProfile profile = FromEvent.company(said).orElseThrow();

    assertThat(ToEvent.company(profile)).isEqualTo(said.company());
    assertThat(profile.observedAt()).isEqualTo(said.observedAt());
    assertThat(ToEvent.employer(FromEvent.employer(said.employer()))).isEqualTo(said.employer());
    assertThat(ToEvent.paths(FromEvent.origin(said).paths())).isEqualTo(said.readFrom());
  }

  @Test
  void aCompanyMayHideHowManyItHas() {
    CompanyProfile shy =
        new CompanyProfile("Harbor Lane", null, null, null, null, null, null, Instant.EPOCH);

    assertThat(ToEvent.company(shy))
        .isEqualTo(new CompanyFacts(null, null, null, null, null, null, null));
  }

  private static Job job(JobFacts facts, Workplace place, @Nullable Salary salary) {
    return new Job(
        Job.idOf(JobBoard.LINKEDIN, facts.sourceListingId()),
        JobBoard.LINKEDIN,
        facts.sourceListingId(),
        facts.url(),
        facts.title(),
        new Employer(
            facts.employer().name(), facts.employer().pageUrl(), facts.employer().handle()),
        place,
        new Job.Terms(
            facts.seniority(),
            facts.employmentType(),
            facts.function(),
            facts.industries(),
            salary),
        facts.description(),
        new Application(Application.Where.OFF_SITE, facts.applicationUrl()),
        facts.postedOn(),
        facts.postedText(),
        facts.openUntil(),
        facts.partial(),
        facts.observedAt());
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
  void whatWasProposedIsToldWithWhatBecameOfIt() {
    ValueProposed example = EXAMPLES.of(ValueProposed.class);
    Proposal proposal =
        new Proposal(
            ProposedField.TITLE, example.value(), example.model(), ProposalVerdict.CONFIRMED);

    assertThat(ToEvent.proposed(example.listingId(), proposal, example.proposedAt()))
        .isEqualTo(example);
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
