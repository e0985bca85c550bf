package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.hiring.HiringFixtures.COMPANY;
import static com.aiqleads.acquisition.hiring.HiringFixtures.EMPLOYER;
import static com.aiqleads.acquisition.hiring.HiringFixtures.ORIGIN;
import static com.aiqleads.acquisition.hiring.HiringFixtures.SEEN_AT;
import static com.aiqleads.acquisition.hiring.HiringFixtures.aJob;
import static com.aiqleads.acquisition.hiring.HiringFixtures.aProfile;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.hiring.CompanyProfile;
import com.aiqleads.acquisition.hiring.Headcount;
import com.aiqleads.acquisition.hiring.HiringCompany;
import com.aiqleads.acquisition.hiring.OpenJob;
import com.aiqleads.acquisition.hiring.ProfileOrigin;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
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

  @Test
  void keepsWhatAPageSaysAlsoOfACompanyThatIsNotKnownToHire() {
    CompanyProfile profile = aProfile("Accounting", SEEN_AT);
    companies.describe(COMPANY, profile, ORIGIN);

    assertThat(companies.profileOf(COMPANY)).contains(profile);
    assertThat(companies.find(COMPANY)).isEmpty();
    companies.save(company(1, job), job);
    assertThat(companies.find(COMPANY).orElseThrow().profile()).isEqualTo(profile);
  }

  @Test
  void keepsTheLastOfAPageAndWhereItStood() {
    CompanyProfile bare =
        new CompanyProfile("Harbor Lane", null, null, null, null, null, null, LATER);
    companies.describe(COMPANY, aProfile("Accounting", SEEN_AT), ORIGIN);
    assertThat(paths()).containsExactly("about-us dt industry", "h1");

    companies.describe(COMPANY, bare, new ProfileOrigin(ORIGIN.page(), "x", "y", new TreeMap<>()));

    assertThat(companies.profileOf(COMPANY)).contains(bare);
    assertThat(paths()).isEmpty();
  }

  @Test
  void keepsAnOpenRange() {
    CompanyProfile large =
        new CompanyProfile(
            "Harbor Lane", null, null, new Headcount(10_001, null), null, null, null, SEEN_AT);
    companies.describe(COMPANY, large, ORIGIN);

    assertThat(companies.profileOf(COMPANY)).contains(large);
  }

  private static List<String> paths() {
    return new Database(postgres.dataSource())
        .query(
            "select path from company_profile_paths order by field",
            _ -> {},
            row -> row.getString(1));
  }

  private static HiringCompany company(long version, OpenJob... jobs) {
    return new HiringCompany(
        COMPANY, version, JobBoard.LINKEDIN, EMPLOYER, List.of(jobs), null, SEEN_AT);
  }
}
