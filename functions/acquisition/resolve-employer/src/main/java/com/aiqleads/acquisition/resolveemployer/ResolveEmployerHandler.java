package com.aiqleads.acquisition.resolveemployer;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.events.FromEvent;
import com.aiqleads.acquisition.hiring.Application;
import com.aiqleads.acquisition.hiring.Employer;
import com.aiqleads.acquisition.hiring.Hiring;
import com.aiqleads.acquisition.hiring.HiringCompany;
import com.aiqleads.acquisition.hiring.OpenJob;
import com.aiqleads.acquisition.parsing.JobPageParser;
import com.aiqleads.acquisition.resolution.EndingReasons;
import com.aiqleads.events.Event;
import com.aiqleads.events.acquisition.CompanyDescribed;
import com.aiqleads.events.acquisition.JobFacts;
import com.aiqleads.events.acquisition.JobFound;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.database.StoringEventFunction;
import io.micronaut.context.ApplicationContext;
import java.time.Instant;
import java.util.Optional;

/// JobFound and CompanyDescribed in, or PageRejected where it ends a posting; BusinessLeadFound out
/// if that is news of the company that hires.
public final class ResolveEmployerHandler extends StoringEventFunction<Event> {

  private final Hiring hiring = applicationContext.getBean(Hiring.class);

  public ResolveEmployerHandler() {
    super(JobFound.class, CompanyDescribed.class, PageRejected.class);
  }

  ResolveEmployerHandler(ApplicationContext context) {
    super(context, JobFound.class, CompanyDescribed.class, PageRejected.class);
  }

  @Override
  protected void handle(Event event, Publisher publisher) {
    Optional<HiringCompany> news =
        switch (event) {
          case JobFound found -> seen(found);
          case CompanyDescribed described -> described(described);
          case PageRejected rejected -> ended(rejected);
          default -> Optional.empty();
        };
    news.map(BusinessLead::of).ifPresent(publisher::publish);
  }

  /// What only a search shows does not say how to apply: the posting itself is told, too.
  private Optional<HiringCompany> seen(JobFound found) {
    Employer employer = FromEvent.employer(found.job().employer());
    return JobBoard.find(found.job().source())
        .filter(_ -> !found.job().partial())
        .flatMap(
            board ->
                HiringCompany.idOf(board, employer)
                    .flatMap(id -> hiring.seen(id, board, employer, job(found))));
  }

  private Optional<HiringCompany> described(CompanyDescribed described) {
    Optional<LeadId> id =
        JobBoard.find(described.source())
            .flatMap(board -> HiringCompany.idOf(board, FromEvent.employer(described.employer())));
    return FromEvent.company(described)
        .flatMap(
            profile ->
                id.flatMap(
                    company -> hiring.described(company, profile, FromEvent.origin(described))));
  }

  private static OpenJob job(JobFound found) {
    JobFacts job = found.job();
    return new OpenJob(
        found.listingId(),
        found.market(),
        job.url(),
        job.title(),
        job.seniority(),
        job.employmentType(),
        new Application(Application.Where.of(job.application()), job.applicationUrl()),
        job.postedOn(),
        job.observedAt());
  }

  private Optional<HiringCompany> ended(PageRejected page) {
    Instant at = page.observedAt() == null ? page.rejectedAt() : page.observedAt();
    Optional<ListingId> job =
        JobBoard.find(page.source())
            .filter(_ -> EndingReasons.anyOf(FromEvent.reasons(page.reasons())))
            .flatMap(board -> JobPageParser.of(board).jobAt(page.url()));
    return job.flatMap(id -> hiring.ended(id, at));
  }
}
