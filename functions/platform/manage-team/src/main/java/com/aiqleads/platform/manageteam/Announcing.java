package com.aiqleads.platform.manageteam;

import com.aiqleads.lambda.Publisher;
import java.util.function.Function;

/// Runs something together with what it tells others: both happen, or neither.
interface Announcing {

  <T> T run(Function<Publisher, T> work);
}
