package com.aiqleads.local.opensearch;

import com.aiqleads.local.child.Parent;
import java.util.concurrent.CountDownLatch;
import org.codelibs.opensearch.runner.OpenSearchRunner;
import org.opensearch.common.settings.Settings;

/// Arguments: data directory, port, port between nodes.
public final class SearchMain {
  private SearchMain() {}

  @SuppressWarnings("resource") // Closed when the parent ends.
  public static void main(String[] arguments) throws InterruptedException {
    var runner = new OpenSearchRunner();
    Parent.endWithMe(runner::close);
    runner
        .onBuild((_, settings) -> configure(settings, arguments[1], arguments[2]))
        .build(
            OpenSearchRunner.newConfigs()
                .basePath(arguments[0])
                .clusterName("aiqleads")
                .numOfNode(1)
                .useLogger()
                .pluginTypes("org.opensearch.knn.plugin.KNNPlugin"));
    // All of its threads are daemons.
    new CountDownLatch(1).await();
  }

  private static void configure(Settings.Builder settings, String port, String transportPort) {
    settings.put("discovery.type", "single-node");
    settings.put("network.host", "127.0.0.1");
    settings.put("http.port", port);
    settings.put("transport.port", transportPort);
  }
}
