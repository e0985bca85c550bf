package com.aiqleads.local.host;

import com.aiqleads.local.host.sample.SampleFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A checkout with a few small functions of every trigger.
final class SampleRepository {

  private final Path root;

  private SampleRepository(Path root) {
    this.root = root;
  }

  static Path in(Path root) throws IOException {
    SampleRepository repository = new SampleRepository(root);
    Files.createFile(root.resolve("mvnw"));
    repository.context(
        "acquisition",
        """
        purpose: Finds things.
        database: acquisition
        tables: { states: { key: id, sort: kind, ttl: expires-at } }
        buckets: { pages: {} }
        secrets: { contact-key: { bytes: 32 } }
        """);
    repository.context(
        "platform",
        """
        purpose: Keeps people.
        buckets: { issuer: {} }
        keys: { tokens: { type: RSA_2048, usage: SIGN_VERIFY } }
        secrets: { sign-in-providers: { bytes: 32 } }
        """);
    repository.function(
        "acquisition",
        "scrape-sample",
        "trigger: { schedule: rate(1 hour) }\nemits: [ListingParsed]");
    repository.function("acquisition", "parse-sample", "trigger: { events: [ListingParsed] }");
    repository.function(
        "acquisition",
        "order-sample",
        "trigger: { events: [ThingOrdered] }\norder-by: conversation");
    repository.function("acquisition", "store-sample", "trigger: { bucket: pages }");
    repository.function("platform", "migrate-database", "trigger: on-demand");
    repository.function(
        "platform", "serve-sample", "http: { \"GET /sample\": public, \"GET /mine\": signed-in }");
    return root;
  }

  private void context(String name, String yaml) throws IOException {
    Path folder = Files.createDirectories(root.resolve("functions").resolve(name));
    Files.writeString(folder.resolve("context.yaml"), yaml);
  }

  private void function(String context, String name, String yaml) throws IOException {
    Path folder = Files.createDirectories(root.resolve("functions").resolve(context).resolve(name));
    Files.writeString(
        folder.resolve("function.yaml"),
        "purpose: Does a thing.\nerror-impact: The thing is not done.\n" + yaml + "\n");
    StringBuilder className = new StringBuilder();
    for (String word : name.split("-")) {
      className.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    SampleFunctions.compileStreaming(
        folder.resolve("target/function"),
        "com.aiqleads." + context + "." + name.replace("-", ""),
        className + "Handler");
  }
}
