package com.aiqleads.lambda;

import java.time.Instant;

/// Where the spans of handled events and requests go.
interface Spans {

  /// One handling, from its start until now.
  void ended(Delivery delivery, Instant start, boolean failed);

  /// Lets out what has ended. Whatever fails here is no failure of the invocation.
  void flush();
}
