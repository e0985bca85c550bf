package com.aiqleads.acquisition.hiring;

import static com.aiqleads.acquisition.hiring.HiringFixtures.COMPANY;
import static com.aiqleads.acquisition.hiring.HiringFixtures.EMPLOYER;
import static com.aiqleads.acquisition.hiring.HiringFixtures.ORIGIN;
import static com.aiqleads.acquisition.hiring.HiringFixtures.SEEN_AT;
import static com.aiqleads.acquisition.hiring.HiringFixtures.aJob;
import static com.aiqleads.acquisition.hiring.HiringFixtures.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HiringTest {

  private static final Instant LATER = SEEN_AT.plusSeconds(60);

  private final InMemoryHiringCompanies companies = new InMemoryHiringCompanies();
  private final Hiring hiring = new Hiring(companies);

  @Test
  void aFirstPostingFindsACompany() {
    OpenJob job = aJob("4301000011", SEEN_AT);

    HiringCompany company = seen(job).orElseThrow();

    assertThat(company.id()).isEqualTo(COMPANY);
    assertThat(company.version()).isOne();
    assertThat(company.jobs()).containsExactly(job);
    assertThat(company.firstSeenAt()).isEqualTo(SEEN_AT);
  }

  @Test
  void allPostingsOfACompanyAreOneLead() {
    seen(aJob("4301000011", SEEN_AT));

    HiringCompany company = seen(aJob("4301000012", LATER)).orElseThrow();

    assertThat(company.version()).isEqualTo(2);
    assertThat(company.jobs()).hasSize(2);
    assertThat(company.firstSeenAt()).isEqualTo(SEEN_AT);
  }

  @Test
  void whatIsSeenAgainUnchangedIsNoNews() {
    seen(aJob("4301000011", SEEN_AT));

    assertThat(seen(aJob("4301000011", SEEN_AT))).isEmpty();
    assertThat(seen(aJob("4301000011", LATER))).isEmpty();
    assertThat(companies.find(COMPANY).orElseThrow().jobs().getFirst().observedAt())
        .isEqualTo(LATER);
    assertThat(companies.find(COMPANY).orElseThrow().version()).isOne();
  }

  @Test
  void whatHasChangedIsAndWhatIsOlderIsNot() {
    seen(aJob("4301000011", LATER));

    assertThat(seen(aJob("4301000011", "Controller", SEEN_AT))).isEmpty();
    assertThat(seen(aJob("4301000011", "Controller", LATER.plusSeconds(1))).orElseThrow().jobs())
        .extracting(OpenJob::title)
        .containsExactly("Controller");
  }

  @Test
  void aPostingThatEndsLeavesTheOthers() {
    OpenJob other = aJob("4301000012", SEEN_AT);
    seen(aJob("4301000011", SEEN_AT));
    seen(other);

    HiringCompany company = ended("4301000011", LATER).orElseThrow();

    assertThat(company.version()).isEqualTo(3);
    assertThat(company.jobs()).containsExactly(other);
    assertThat(ended("4301000011", LATER)).isEmpty();
    assertThat(ended("4301000012", LATER).orElseThrow().jobs()).isEmpty();
  }

  @Test
  void anEndThatComesFirstCountsUntilThePostingIsSeenLater() {
    assertThat(ended("4301000011", LATER)).isEmpty();

    assertThat(seen(aJob("4301000011", SEEN_AT))).isEmpty();
    assertThat(seen(aJob("4301000011", LATER))).isEmpty();
    assertThat(seen(aJob("4301000011", LATER.plusSeconds(1)))).isPresent();
    assertThat(ended("4301000011", LATER)).isEmpty();
  }

  @Test
  void whatItsPageSaysIsNewsOfACompanyThatHires() {
    seen(aJob("4301000011", SEEN_AT));

    HiringCompany company = described(aProfile("Accounting", LATER)).orElseThrow();

    assertThat(company.version()).isEqualTo(2);
    assertThat(company.profile()).isEqualTo(aProfile("Accounting", LATER));
    assertThat(company.jobs()).hasSize(1);
    assertThat(companies.find(COMPANY)).contains(company);
    assertThat(companies.originOf(COMPANY)).contains(ORIGIN);
  }

  @Test
  void aPageThatIsReadBeforeAnyPostingIsToldWithTheFirst() {
    assertThat(described(aProfile("Accounting", SEEN_AT))).isEmpty();

    HiringCompany company = seen(aJob("4301000011", LATER)).orElseThrow();

    assertThat(company.version()).isOne();
    assertThat(company.profile()).isEqualTo(aProfile("Accounting", SEEN_AT));
  }

  @Test
  void aPageThatSaysTheSameOrIsOlderIsNoNews() {
    seen(aJob("4301000011", SEEN_AT));
    described(aProfile("Accounting", LATER));

    assertThat(described(aProfile("Accounting", LATER))).isEmpty();
    assertThat(described(aProfile("Tax", SEEN_AT))).isEmpty();
    assertThat(described(aProfile("Accounting", LATER.plusSeconds(1)))).isEmpty();
    assertThat(described(aProfile("Tax", LATER))).isEmpty();
    assertThat(described(aProfile("Tax", LATER.plusSeconds(2))).orElseThrow().version())
        .isEqualTo(3);
  }

  @Test
  void ofACompanyThatHasStoppedHiringNothingIsToldAndAllIsKept() {
    seen(aJob("4301000011", SEEN_AT));
    ended("4301000011", LATER);

    assertThat(described(aProfile("Accounting", LATER))).isEmpty();
    assertThat(seen(aJob("4301000012", LATER)).orElseThrow().profile())
        .isEqualTo(aProfile("Accounting", LATER));
  }

  @Test
  void aPostingKeepsWhatThePageSaid() {
    seen(aJob("4301000011", SEEN_AT));
    described(aProfile("Accounting", LATER));

    assertThat(seen(aJob("4301000012", LATER)).orElseThrow().profile()).isNotNull();
    assertThat(ended("4301000012", LATER.plusSeconds(1)).orElseThrow().profile()).isNotNull();
  }

  @Test
  void aCompanyIsKnownByItsPageOnly() {
    Employer shouting = new Employer("Other", "x", "Harbor-Lane-Accounting");

    assertThat(HiringCompany.idOf(JobBoard.LINKEDIN, shouting)).contains(COMPANY);
    assertThat(HiringCompany.idOf(JobBoard.LINKEDIN, new Employer("Harbor Lane", null, null)))
        .isEmpty();
  }

  private Optional<HiringCompany> seen(OpenJob job) {
    return hiring.seen(COMPANY, JobBoard.LINKEDIN, EMPLOYER, job);
  }

  private Optional<HiringCompany> described(CompanyProfile profile) {
    return hiring.described(COMPANY, profile, ORIGIN);
  }

  private Optional<HiringCompany> ended(String number, Instant at) {
    return hiring.ended(Job.idOf(JobBoard.LINKEDIN, number), at);
  }
}
