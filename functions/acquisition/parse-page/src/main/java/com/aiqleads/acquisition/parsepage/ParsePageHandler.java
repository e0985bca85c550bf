package com.aiqleads.acquisition.parsepage;

import com.aiqleads.acquisition.JobBoard;
import com.aiqleads.acquisition.Reason;
import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.events.ToEvent;
import com.aiqleads.acquisition.parsing.JobPageParser;
import com.aiqleads.acquisition.parsing.JobReading;
import com.aiqleads.acquisition.parsing.PageParser;
import com.aiqleads.acquisition.parsing.PageReading.Read;
import com.aiqleads.acquisition.parsing.PageReading.Refused;
import com.aiqleads.acquisition.parsing.PageReading.RefusedListing;
import com.aiqleads.acquisition.parsing.PageRefusal;
import com.aiqleads.acquisition.parsing.ParsedCompany;
import com.aiqleads.acquisition.parsing.ParsedJob;
import com.aiqleads.acquisition.parsing.ParsedListing;
import com.aiqleads.acquisition.replaying.KeptPage;
import com.aiqleads.events.acquisition.CompanyDescribed;
import com.aiqleads.events.acquisition.JobFound;
import com.aiqleads.events.acquisition.LeadRejected;
import com.aiqleads.events.acquisition.ListingParsed;
import com.aiqleads.events.acquisition.PageFetched;
import com.aiqleads.events.acquisition.PageRejected;
import com.aiqleads.lambda.EventFunction;
import com.aiqleads.lambda.Publisher;
import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.List;

/// PageFetched in; a ListingParsed for each home, a JobFound for each job, a CompanyDescribed for a
/// company's page, or why there is none, out.
public final class ParsePageHandler extends EventFunction<PageFetched> {

  private static final String STEP = "parse-page";

  private final ParsePage pages = applicationContext.getBean(ParsePage.class);
  private final InstantSource clock = applicationContext.getBean(InstantSource.class);

  public ParsePageHandler() {
    super(PageFetched.class);
  }

  ParsePageHandler(ApplicationContext context) {
    super(context, PageFetched.class);
  }

  @Override
  protected void handle(PageFetched page, Publisher publisher) {
    JobBoard.find(page.source())
        .ifPresentOrElse(
            board -> readJobs(board, page, publisher), () -> readHomes(page, publisher));
  }

  private void readJobs(JobBoard board, PageFetched page, Publisher publisher) {
    switch (pages.read(board, kept(page))) {
      case JobReading.Refused refused -> publisher.publish(rejected(page, refused.reason()));
      case JobReading.Read read -> {
        read.jobs().forEach(job -> publisher.publish(found(page, job)));
        if (read.crowded()) {
          publisher.publish(rejected(page, PageRefusal.CROWDED));
        }
      }
      case JobReading.Described described ->
          publisher.publish(described(page, described.company()));
    }
  }

  private static CompanyDescribed described(PageFetched page, ParsedCompany company) {
    return new CompanyDescribed(
        page.pageId(),
        page.snapshotKey(),
        JobPageParser.of(company.board()).version(),
        company.board().id(),
        ToEvent.employer(company.employer()),
        ToEvent.company(company.profile()),
        ToEvent.paths(company.paths()),
        ToEvent.conflicts(company.conflicts()),
        company.profile().observedAt());
  }

  private static JobFound found(PageFetched page, ParsedJob parsed) {
    return new JobFound(
        parsed.job().id(),
        page.pageId(),
        page.snapshotKey(),
        JobPageParser.of(parsed.job().board()).version(),
        page.market(),
        ToEvent.job(parsed.job()),
        ToEvent.conflicts(parsed.conflicts()));
  }

  private void readHomes(PageFetched page, Publisher publisher) {
    switch (pages.read(kept(page))) {
      case Refused refused -> publisher.publish(rejected(page, refused.reason()));
      case Read read -> {
        read.listings().forEach(listing -> publisher.publish(parsed(page, listing)));
        read.refused().forEach(listing -> publisher.publish(rejected(page, listing)));
        if (read.crowded()) {
          publisher.publish(rejected(page, PageRefusal.CROWDED));
        }
      }
    }
  }

  private static KeptPage kept(PageFetched page) {
    return new KeptPage(
        page.pageId(),
        page.source(),
        page.market(),
        page.url(),
        page.snapshotKey(),
        page.fetchedAt(),
        Withholding.of(page.withheld()));
  }

  private static ListingParsed parsed(PageFetched page, ParsedListing parsed) {
    return new ListingParsed(
        parsed.listing().id(),
        page.pageId(),
        page.snapshotKey(),
        PageParser.of(parsed.listing().source()).version(),
        page.market(),
        ToEvent.listing(parsed.listing()),
        ToEvent.address(parsed.address()),
        parsed.location(),
        ToEvent.contact(parsed.contact()),
        parsed.particulars().otherId(),
        parsed.particulars().sellerUrl(),
        ToEvent.conflicts(parsed.particulars().conflicts()),
        ToEvent.particulars(parsed.particulars()));
  }

  private PageRejected rejected(PageFetched page, Reason reason) {
    return new PageRejected(
        page.pageId(),
        page.source(),
        page.url(),
        page.snapshotKey(),
        STEP,
        ToEvent.reasons(List.of(reason)),
        clock.instant(),
        page.fetchedAt());
  }

  private LeadRejected rejected(PageFetched page, RefusedListing refused) {
    return new LeadRejected(
        refused.id(),
        page.source(),
        refused.url(),
        STEP,
        ToEvent.reasons(List.of(refused.reason())),
        clock.instant(),
        page.fetchedAt());
  }
}
