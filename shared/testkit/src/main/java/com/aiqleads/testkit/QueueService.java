package com.aiqleads.testkit;

import com.aiqleads.local.services.Service;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real ElasticMQ (the SQS protocol), shared by the test classes of this JVM: use queues of your
/// own names.
public final class QueueService implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    endpoint();
  }

  public URI endpoint() {
    return RunningServices.with(Service.ELASTICMQ).queues();
  }
}
