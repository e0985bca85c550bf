package com.aiqleads.platform.rotatekeys;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

public final class RotateKeysHandler extends ScheduledFunction {

  /// What an operator calls it by instead of a schedule, see docs/deploy.md.
  static final String AT_ONCE = "replace-at-once";

  @Inject RotateKeys rotateKeys;

  public RotateKeysHandler() {}

  public RotateKeysHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    if (run.schedule().equals(AT_ONCE)) {
      rotateKeys.replaceAtOnce();
    } else {
      rotateKeys.rotate();
    }
  }
}
