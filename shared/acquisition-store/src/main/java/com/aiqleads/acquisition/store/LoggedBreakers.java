package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Breaker.Cause;
import com.aiqleads.acquisition.fetching.BreakerLog;
import com.aiqleads.lambda.Metrics;
import java.time.Instant;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One line for each site that is given up or taken up again, and a figure that an alarm
/// watches.
record LoggedBreakers(Metrics metrics) implements BreakerLog {

  private static final Logger LOG = LoggerFactory.getLogger(LoggedBreakers.class);

  /// The metric and its outcome that the alarm of a scraper watches.
  private static final String FIGURE = "breakers";

  @Override
  public void opened(String site, Cause cause, Instant until) {
    metrics.count(FIGURE, "all", "opened");
    metrics.count(FIGURE, site, cause.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    LOG.atWarn()
        .addKeyValue("source", site)
        .addKeyValue("cause", cause)
        .addKeyValue("until", until)
        .log("given up");
  }

  @Override
  public void closed(String site) {
    metrics.count(FIGURE, site, "closed");
    LOG.atInfo().addKeyValue("source", site).log("taken up again");
  }
}
