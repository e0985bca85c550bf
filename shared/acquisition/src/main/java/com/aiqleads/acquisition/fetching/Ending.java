package com.aiqleads.acquisition.fetching;

import java.time.Duration;
import java.util.Optional;

/// How a request ended, as far as a site's pace depends on it.
public sealed interface Ending {

  /// With what was asked for: only this lets the pace rise.
  record Answered(Duration latency) implements Ending {}

  /// With something else that is no complaint: a redirect, nothing new, no such page.
  record Otherwise(Duration latency) implements Ending {}

  /// The site asks to be slower, and perhaps says for how long.
  record Throttled(Optional<Duration> retryAfter) implements Ending {}

  /// The site does not want us.
  record Denied() implements Ending {}

  /// No answer, or one of a site that is broken.
  record Failed() implements Ending {}

  /// Nothing was sent: the turn had passed.
  record NotSent() implements Ending {}
}
