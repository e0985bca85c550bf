package com.aiqleads.local.dynamodb;

import com.aiqleads.local.child.Parent;
import com.amazonaws.services.dynamodbv2.local.main.ServerRunner;
import com.amazonaws.services.dynamodbv2.local.server.DynamoDBProxyServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/// Arguments: data directory, port.
public final class DynamoMain {
  private DynamoMain() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createDirectories(Path.of(arguments[0]));
    DynamoDBProxyServer server =
        ServerRunner.createServerFromCommandLineArgs(
            new String[] {
              "-dbPath", data.toString(), "-sharedDb", "-port", arguments[1], "-disableTelemetry"
            });
    bindToLoopback(server);
    Parent.endWithMe(server::stop);
    server.safeStart();
    server.join();
  }

  // DynamoDB Local listens on every interface and has no option against it.
  private static void bindToLoopback(DynamoDBProxyServer proxy)
      throws ReflectiveOperationException {
    var field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    for (var connector : ((Server) field.get(proxy)).getConnectors()) {
      ((ServerConnector) connector).setHost("127.0.0.1");
    }
  }
}
