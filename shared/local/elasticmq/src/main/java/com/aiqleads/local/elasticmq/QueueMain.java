package com.aiqleads.local.elasticmq;

import com.aiqleads.local.child.Parent;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;

/// Arguments: data directory, port, the address that queue URLs carry.
public final class QueueMain {
  private QueueMain() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Files.createDirectories(Path.of(arguments[0]));
    int port = Integer.parseInt(arguments[1]);
    System.setProperty("org.sqlite.tmpdir", data.toString());
    var stored = StoredQueues.in(data.resolve("messages.db"));
    Config config =
        ConfigFactory.parseMap(address(URI.create(arguments[2])))
            .withFallback(ConfigFactory.parseMap(server(port)))
            .withFallback(ConfigFactory.parseMap(storage(stored.jdbcUrl())))
            .withFallback(ConfigFactory.load());
    new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    Parent.endWithMe(QueueMain::end);
    stored.awaitRestored(port);
    System.out.println("queues restored");
  }

  /// Its own way to end waits up to a minute for connections that clients keep open, and saves
  /// nothing that a commit has not saved.
  private static void end() {
    Runtime.getRuntime().halt(0);
  }

  private static Map<String, Object> address(URI address) {
    return Map.of(
        "node-address.protocol", address.getScheme(),
        "node-address.host", address.getHost(),
        "node-address.port", address.getPort(),
        "node-address.context-path", "");
  }

  private static Map<String, Object> server(int port) {
    return Map.of(
        "rest-sqs.enabled", true,
        "rest-sqs.bind-hostname", "127.0.0.1",
        "rest-sqs.bind-port", port,
        "rest-sqs.sqs-limits", "strict",
        "generate-node-address", false,
        "aws.region", "us-east-1",
        "aws.accountId", "000000000000");
  }

  /// SQLite hands each commit to the operating system before a message is answered for, so that it
  /// survives `kill -9`; H2 delays that by half a second, and without the delay takes twice the
  /// processor time.
  private static Map<String, Object> storage(String jdbcUrl) {
    return Map.of(
        "messages-storage.enabled",
        true,
        "messages-storage.driver-class",
        "org.sqlite.JDBC",
        "messages-storage.uri",
        jdbcUrl,
        "messages-storage.username",
        "",
        "messages-storage.password",
        "",
        "messages-storage.prune-data-on-init",
        false,
        "queues-storage.enabled",
        false);
  }
}
