package com.aiqleads.testkit;

import com.aiqleads.local.services.Service;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real S3 server, shared by the test classes of this JVM: use buckets of your own names.
public final class ObjectService implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    endpoint();
  }

  public URI endpoint() {
    return RunningServices.with(Service.S3).objects();
  }
}
