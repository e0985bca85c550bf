package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.RemainingTime;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Crawls both sites whenever the schedule says so.
public final class ScrapeFsboHandler extends ScheduledFunction {

  /// For the last fetch to end and for what it brought to be kept.
  private static final Duration TO_FINISH = Duration.ofSeconds(30);

  private final ScrapeFsbo scrape;
  private final RemainingTime time;
  private final InstantSource clock;

  public ScrapeFsboHandler() {
    this.scrape = applicationContext.getBean(ScrapeFsbo.class);
    this.time = applicationContext.getBean(RemainingTime.class);
    this.clock = applicationContext.getBean(InstantSource.class);
  }

  public ScrapeFsboHandler(ApplicationContext context) {
    super(context);
    this.scrape = context.getBean(ScrapeFsbo.class);
    this.time = context.getBean(RemainingTime.class);
    this.clock = context.getBean(InstantSource.class);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    Instant deadline = clock.instant().plus(time.remaining()).minus(TO_FINISH);
    scrape.run(new Run(run.scheduledTime(), deadline, publisher));
  }
}
