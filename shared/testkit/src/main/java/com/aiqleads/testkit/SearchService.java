package com.aiqleads.testkit;

import com.aiqleads.local.services.Service;
import java.net.URI;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real OpenSearch with k-NN, shared by the test classes of this JVM: use indices of your own
/// names.
public final class SearchService implements BeforeAllCallback {
  @Override
  public void beforeAll(ExtensionContext context) {
    endpoint();
  }

  public URI endpoint() {
    return RunningServices.with(Service.OPENSEARCH).search();
  }
}
