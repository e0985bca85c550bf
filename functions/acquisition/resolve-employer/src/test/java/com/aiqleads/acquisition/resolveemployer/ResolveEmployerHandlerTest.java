package com.aiqleads.acquisition.resolveemployer;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.events.Examples;
import com.aiqleads.acquisition.hiring.Job;
import com.aiqleads.events.acquisition.BusinessLeadFound;
import com.aiqleads.events.acquisition.CompanyDescribed;
import com.aiqleads.events.acquisition.EmployerFacts;
import com.aiqleads.events.acquisition.HiringJob;
import com.aiqleads.events.acquisition.JobFacts;
import com.aiqleads.events.acquisition.JobFound;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.events.acquisition.Reason;
import com.aiqleads.lambda.FakeInvocation;
import com.aiqleads.lambda.FakeQueues;
import com.aiqleads.lambda.TestEvents;
import com.aiqleads.lambda.TestFunction;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ResolveEmployerHandlerTest {

  private static final String SELLER = "aiqleads-test-marketplace-price-lead";
  private static final String HANDLE = "harbor-lane-accounting";

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private final FakeQueues queues = new FakeQueues();
  private final ApplicationContext context =
      TestFunction.start(
          "acquisition",
          "resolve-employer",
          queues,
          Map.of("aiqleads.routes", "BusinessLeadFound=marketplace-price-lead"));
  private final Examples examples = new Examples(context.getBean(ObjectMapper.class));
  private final TestEvents events = new TestEvents(context.getBean(ObjectMapper.class));
  private final JobFound found = examples.of(JobFound.class);
  private final Instant seen = found.job().observedAt();

  @BeforeEach
  void useTheDatabase() {
    postgres.clear();
    context.registerSingleton(Database.class, new Database(postgres.dataSource()));
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void startsAsDeployed() throws IOException {
    try (ResolveEmployerHandler deployed = new ResolveEmployerHandler()) {
      assertThat(
              deployed
                  .handleRequest(TestEvents.batch(), new FakeInvocation(Duration.ofSeconds(30)))
                  .getBatchItemFailures())
          .isEmpty();
    }
  }

  @Test
  void findsACompanyByItsFirstJob() {
    handle(events.message("a", job("4301000011", HANDLE, false)));

    BusinessLeadFound lead = leads().getFirst();
    assertThat(lead.version()).isOne();
    assertThat(lead.employer()).isEqualTo(found.job().employer());
    assertThat(lead.openJobs()).isOne();
    assertThat(lead.markets()).containsExactly("miami-fl");
    assertThat(lead.firstSeenAt()).isEqualTo(seen);
    HiringJob job = lead.jobs().getFirst();
    assertThat(job.application()).isEqualTo("off_site");
    assertThat(job.applicationUrl()).isEqualTo(found.job().applicationUrl());
    assertThat(job.title()).isEqualTo("Senior Accountant");
  }

  @Test
  void allJobsOfACompanyAreOneLead() {
    handle(
        events.message("a", job("4301000011", HANDLE, false)),
        events.message("b", job("4301000012", HANDLE, false)));

    assertThat(leads()).extracting(BusinessLeadFound::openJobs).containsExactly(1, 2);
    assertThat(leads()).extracting(BusinessLeadFound::leadId).containsOnly(leads().get(0).leadId());
  }

  @Test
  void whatComesTwiceOrUnchangedIsToldOnce() {
    handle(events.message("a", job("4301000011", HANDLE, false)));
    handle(events.message("a", job("4301000011", HANDLE, false)));
    handle(events.message("b", job("4301000011", HANDLE, false)));

    assertThat(leads()).hasSize(1);
  }

  @Test
  void aCompanyWithoutAPageAndARowOfASearchFindNobody() {
    handle(
        events.message("a", job("4301000011", null, false)),
        events.message("b", job("4301000012", HANDLE, true)));

    assertThat(leads()).isEmpty();
  }

  @Test
  void whatItsPageSaysMakesALeadRicherOnceAndInAnyOrder() {
    CompanyDescribed said = examples.of(CompanyDescribed.class);
    handle(events.message("a", job("4301000011", HANDLE, false)));
    handle(events.message("b", said));
    handle(events.message("b", said));
    handle(events.message("c", said));

    assertThat(leads()).extracting(BusinessLeadFound::version).containsExactly(1L, 2L);
    assertThat(leads().getFirst().company()).isNull();
    assertThat(leads().getLast().company()).isEqualTo(said.company());
    assertThat(leads().getLast().openJobs()).isOne();
    handle(events.message("d", job("4301000012", HANDLE, false)));
    assertThat(leads().getLast().company()).isEqualTo(said.company());
  }

  @Test
  void aPageThatComesFirstIsToldWithTheFirstJob() {
    handle(events.message("a", examples.of(CompanyDescribed.class)));
    assertThat(leads()).isEmpty();

    handle(events.message("b", job("4301000011", HANDLE, false)));

    assertThat(leads()).hasSize(1);
    assertThat(leads().getFirst().company())
        .isEqualTo(examples.of(CompanyDescribed.class).company());
  }

  @Test
  void aJobThatIsGoneLeavesItsCompany() {
    handle(events.message("a", job("4301000011", HANDLE, false)));

    handle(events.message("b", rejected("linkedin", "4301000011", "login")));
    handle(events.message("c", rejected("fsbo", "4301000011", "gone")));
    assertThat(leads()).hasSize(1);
    handle(events.message("d", rejected("linkedin", "4301000011", "gone")));

    assertThat(leads()).extracting(BusinessLeadFound::openJobs).containsExactly(1, 0);
    assertThat(leads().getLast().version()).isEqualTo(2);
  }

  @Test
  void anEndThatOvertakesItsJobCounts() {
    handle(events.message("a", rejected("linkedin", "4301000011", "gone")));
    handle(events.message("b", job("4301000011", HANDLE, false)));

    assertThat(leads()).isEmpty();
  }

  @Test
  void tellsTheNewestJobsAndTheNumberOfAll() {
    for (int number = 0; number <= BusinessLead.MAX_JOBS; number++) {
      handle(
          events.message(
              "m" + number, job(String.valueOf(4_301_000_000L + number), HANDLE, false)));
    }

    assertThat(leads().getLast().openJobs()).isEqualTo(BusinessLead.MAX_JOBS + 1);
    assertThat(leads().getLast().jobs()).hasSize(BusinessLead.MAX_JOBS);
  }

  private void handle(SQSMessage... messages) {
    assertThat(
            new ResolveEmployerHandler(context)
                .handleRequest(
                    TestEvents.batch(messages), new FakeInvocation(Duration.ofSeconds(30)))
                .getBatchItemFailures())
        .isEmpty();
  }

  private List<BusinessLeadFound> leads() {
    return queues.bodiesSentTo(SELLER).stream()
        .map(body -> examples.in(body, BusinessLeadFound.class))
        .toList();
  }

  private PageRejected rejected(String source, String number, String code) {
    return new PageRejected(
        found.pageId(),
        source,
        "https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/" + number,
        found.snapshotKey(),
        "parse-page",
        List.of(new Reason(code, code + ".")),
        seen.plusSeconds(9),
        seen.plusSeconds(5));
  }

  private JobFound job(String number, @Nullable String handle, boolean partial) {
    JobFacts facts = found.job();
    EmployerFacts employer = facts.employer();
    return new JobFound(
        Job.idOf(JobBoard.LINKEDIN, number),
        found.pageId(),
        found.snapshotKey(),
        found.parserVersion(),
        found.market(),
        new JobFacts(
            facts.source(),
            number,
            facts.url(),
            facts.title(),
            new EmployerFacts(employer.name(), employer.pageUrl(), handle),
            facts.place(),
            facts.seniority(),
            facts.employmentType(),
            facts.function(),
            facts.industries(),
            facts.salary(),
            facts.description(),
            facts.application(),
            facts.applicationUrl(),
            facts.postedOn(),
            facts.postedText(),
            facts.openUntil(),
            partial,
            facts.observedAt()),
        found.conflicts());
  }
}
