package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.fetching.Ending;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.Grant;
import com.aiqleads.acquisition.fetching.Pace;
import com.aiqleads.acquisition.fetching.PageWorth;
import com.aiqleads.acquisition.fetching.Ticket;
import com.aiqleads.lambda.Metrics;
import java.time.Duration;

/// Counts how often a site's turn was given or had to be waited for, how often it was missed,
/// and how often the site asked for a pause.
record CountedTurns(FetchLimiter limiter, Metrics metrics) implements FetchLimiter {

  @Override
  public Grant ask(String site, Pace pace) {
    Grant grant = limiter.ask(site, pace);
    metrics.count(
        "turns",
        site,
        switch (grant) {
          case Grant.Granted _ -> "granted";
          case Grant.Wait _ -> "wait";
          case Grant.Shut _ -> "shut";
        });
    return grant;
  }

  @Override
  public void sent(Ticket ticket) {
    limiter.sent(ticket);
  }

  @Override
  public boolean keeps(Ticket ticket) {
    return limiter.keeps(ticket);
  }

  @Override
  public Duration ended(Ticket ticket, Ending ending) {
    Duration pause = limiter.ended(ticket, ending);
    if (ending instanceof Ending.NotSent) {
      metrics.count("turns", ticket.site(), "missed");
    } else if (ending instanceof Ending.Throttled) {
      metrics.count("turns", ticket.site(), "pause");
    }
    return pause;
  }

  @Override
  public void judged(String site, PageWorth worth) {
    limiter.judged(site, worth);
  }

  @Override
  public void turnedAway(String site) {
    limiter.turnedAway(site);
  }
}
