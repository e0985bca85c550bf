package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.host.sample.SampleFunctions;
import org.junit.jupiter.api.Test;

class InProcessPoolTest extends PoolContract {

  private final InProcessIsolation isolation = new InProcessIsolation();

  @Override
  Isolation isolation() {
    return isolation;
  }

  @Test
  void tellsACallerWhyTheFunctionDoesNotStart() {
    FunctionPool pool = pool(SampleFunctions.withoutLibraries(SampleFunctions.BROKEN));

    Outcome outcome = pool.invoke(bytes("{}"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class, it -> assertThat(it.message()).isEqualTo("no configuration"));
    assertThat(pool.figures().failedStarts()).isEqualTo(1);
    assertThat(pool.environments()).isZero();
  }
}
