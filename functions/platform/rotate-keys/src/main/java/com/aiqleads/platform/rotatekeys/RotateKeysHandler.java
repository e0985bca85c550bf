package com.aiqleads.platform.rotatekeys;

import com.aiqleads.lambda.Publisher;
import com.aiqleads.lambda.ScheduledFunction;
import com.aiqleads.lambda.ScheduledRun;
import io.micronaut.context.ApplicationContext;
import jakarta.inject.Inject;

public final class RotateKeysHandler extends ScheduledFunction {

  @Inject RotateKeys rotateKeys;

  public RotateKeysHandler() {}

  public RotateKeysHandler(ApplicationContext context) {
    super(context);
  }

  @Override
  protected void run(ScheduledRun run, Publisher publisher) {
    rotateKeys.rotate();
  }
}
