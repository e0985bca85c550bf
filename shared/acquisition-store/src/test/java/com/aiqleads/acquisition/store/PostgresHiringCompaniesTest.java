package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.hiring.HiringFixtures.COMPANY;
import static com.aiqleads.acquisition.hiring.HiringFixtures.EMPLOYER;
import static com.aiqleads.acquisition.hiring.HiringFixtures.SEEN_AT;
import static com.aiqleads.acquisition.hiring.HiringFixtures.aJob;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.HiringCompany;
import com.aiqleads.acquisition.hiring.OpenJob;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresHiringCompaniesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final Instant LATER = SEEN_AT.plusSeconds(60);

  private final PostgresHiringCompanies companies =
      new PostgresHiringCompanies(new Database(postgres.dataSource()));
  private final OpenJob job = aJob("4301000011", SEEN_AT);
  private final OpenJob other = aJob("4301000012", SEEN_AT);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void findsWhatWasSaved() {
    HiringCompany company = company(1, job);
    companies.reserve();
    companies.save(company, job);

    assertThat(companies.find(COMPANY)).contains(company);
    assertThat(companies.companyOf(job.id())).contains(COMPANY);
    assertThat(companies.companyOf(other.id())).isEmpty();
  }

  @Test
  void keepsTheLatestOfEachPosting() {
    OpenJob changed = aJob("4301000011", "Controller", LATER);
    companies.save(company(1, job), job);
    companies.save(company(2, changed), changed);

    assertThat(companies.find(COMPANY)).contains(company(2, changed));
  }

  @Test
  void keepsACompanyWithoutThePostingThatEnded() {
    companies.save(company(1, job), job);
    companies.save(company(2, job, other), other);
    companies.saveWithout(company(3, other), job.id());

    assertThat(companies.find(COMPANY)).contains(company(3, other));
    assertThat(companies.companyOf(job.id())).contains(COMPANY);
  }

  @Test
  void remembersTheLatestEnd() {
    companies.end(job.id(), LATER);
    companies.end(job.id(), SEEN_AT);

    assertThat(companies.endOf(job.id())).contains(LATER);
    assertThat(companies.endOf(other.id())).isEmpty();
  }

  private static HiringCompany company(long version, OpenJob... jobs) {
    return new HiringCompany(COMPANY, version, JobBoard.LINKEDIN, EMPLOYER, List.of(jobs), SEEN_AT);
  }
}
