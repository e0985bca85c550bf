package com.aiqleads.lambda;

import java.time.Duration;

/// How long this invocation may still take. Every call to another service must end before that.
public interface RemainingTime {

  Duration remaining();
}
