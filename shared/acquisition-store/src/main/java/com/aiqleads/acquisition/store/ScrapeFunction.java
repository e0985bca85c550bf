package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.crawling.Announcements;
import com.aiqleads.acquisition.crawling.Permissions;
import com.aiqleads.acquisition.crawling.Run;
import com.aiqleads.acquisition.crawling.Scrape;
import com.aiqleads.acquisition.crawling.WatchedPages;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.watching.GuardedPages;
import com.aiqleads.acquisition.watching.Sightings;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Crawls the sites of a function whenever the schedule says so, for as long as it may.
public abstract class ScrapeFunction extends ScheduledFunction {

  /// For the last fetch to end and for what it brought to be kept.
  private static final Duration TO_FINISH = Duration.ofSeconds(30);

  private final Scrape scrape;
  private final FetchLimiter limiter;
  private final Permissions permissions;
  private final WatchBook watches;
  private final RemainingTime time;
  private final InstantSource clock;
  private final String step;

  protected ScrapeFunction(String step) {
    this.scrape = applicationContext.getBean(Scrape.class);
    this.limiter = applicationContext.getBean(FetchLimiter.class);
    this.permissions = applicationContext.getBean(Permissions.class);
    this.watches = applicationContext.getBean(WatchBook.class);
    this.time = applicationContext.getBean(RemainingTime.class);
    this.clock = applicationContext.getBean(InstantSource.class);
    this.step = step;
  }

  protected ScrapeFunction(ApplicationContext context, String step) {
    super(context);
    this.scrape = context.getBean(Scrape.class);
    this.limiter = context.getBean(FetchLimiter.class);
    this.permissions = context.getBean(Permissions.class);
    this.watches = context.getBean(WatchBook.class);
    this.time = context.getBean(RemainingTime.class);
    this.clock = context.getBean(InstantSource.class);
    this.step = step;
  }

  @Override
  protected final void run(ScheduledRun run, Publisher publisher) {
    Instant deadline = clock.instant().plus(time.remaining()).minus(TO_FINISH);
    Announcements pages = new WatchedPages(guarded(publisher), limiter);
    scrape.run(new Run(run.scheduledTime(), deadline, pages), permissions);
  }

  /// Nothing is published of a source whose pages begin to say something else.
  private Announcements guarded(Publisher publisher) {
    PublishedPages published = new PublishedPages(publisher, step, permissions);
    return new GuardedPages(
        published,
        watches,
        Sightings.parsed(source -> Withholding.of(published.withheldOf(source))),
        published::withheldOf,
        clock);
  }
}
