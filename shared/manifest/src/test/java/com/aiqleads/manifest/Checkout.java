package com.aiqleads.manifest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A small checkout on disk, sound until a test spoils it.
final class Checkout {

  static final String SCORE_LEAD =
      """
      purpose: Scores a lead.
      error-impact: New leads stop.
      trigger: { events: [LeadResolved] }
      emits: [LeadScored]
      uses: { tables: { validation-cache: write }, database: read-write }
      limits: { memory: 1024 MB, concurrency: 20 }
      """;
  static final String RESOLVE_LEAD =
      """
      purpose: Resolves a lead.
      error-impact: New leads stop.
      trigger: { schedule: rate(15 minutes) }
      emits: [LeadResolved]
      """;
  static final String PRICE_LEAD =
      """
      purpose: Prices a lead.
      error-impact: Nothing new is sold.
      trigger: { events: [LeadScored] }
      """;
  static final String SEARCH_LEADS =
      """
      purpose: Finds leads.
      error-impact: Buyers find nothing.
      http: { "GET /leads": public, "GET /leads/{id}": marketplace:read }
      uses: { search: read, tables: { acquisition/validation-cache: read } }
      ids: { "/leads/{id}": everybody }
      """;
  static final String COUNTED_SEARCH =
      SEARCH_LEADS.replace("tables: {", "tables: { platform/quotas: write,");
  static final String ACQUISITION =
      """
      purpose: Finds leads.
      database: acquisition
      tables: { validation-cache: { key: id, ttl: expires-at } }
      buckets: { pages: { expires-after: 90 days } }
      secrets: { contact-key: { bytes: 32 } }
      keys: { tokens: { type: RSA_2048, usage: SIGN_VERIFY } }
      """;

  private final Path root;

  private Checkout(Path root) {
    this.root = root;
  }

  static Checkout in(Path root) {
    Checkout checkout = new Checkout(root);
    checkout.context("acquisition", ACQUISITION);
    checkout.context("marketplace", "purpose: Sells leads.\nindices: { leads: Offers on sale. }\n");
    checkout.function("acquisition", "resolve-lead", "ResolveLead", RESOLVE_LEAD);
    checkout.function("acquisition", "score-lead", "ScoreLead", SCORE_LEAD);
    checkout.function("marketplace", "price-lead", "PriceLead", PRICE_LEAD);
    checkout.function("marketplace", "search-leads", "SearchLeads", SEARCH_LEADS);
    checkout.event("acquisition", "LeadResolved");
    checkout.event("acquisition", "LeadScored");
    return checkout.listModules();
  }

  Checkout context(String name, String yaml) {
    return write("functions/" + name + "/context.yaml", yaml);
  }

  Checkout function(String context, String name, String type, String yaml) {
    String packages = "com/aiqleads/" + context + "/" + name.replace("-", "");
    String folder = "functions/" + context + "/" + name;
    write(folder + "/src/main/java/" + packages + "/" + type + "Handler.java", "");
    return write(folder + "/function.yaml", yaml);
  }

  Checkout event(String context, String name) {
    String folder = "com/aiqleads/events/" + context + "/" + name;
    String main = "events/" + context + "/src/main/";
    write(main + "java/" + folder + ".java", "");
    write(main + "resources/" + folder + "/v1.example.json", "{}");
    return write(
        main + "resources/" + folder + "/v1.schema.json",
        "{\"description\": \"" + name + " happened.\"}");
  }

  /// Lists every folder below `functions` in the POMs.
  Checkout listModules() {
    StringBuilder contexts = new StringBuilder();
    for (Path context : Manifests.foldersIn(root.resolve("functions"))) {
      String name = Manifests.nameOf(context);
      contexts.append("<module>functions/").append(name).append("</module>");
      StringBuilder functions = new StringBuilder();
      for (Path function : Manifests.foldersIn(context)) {
        functions.append("<module>").append(Manifests.nameOf(function)).append("</module>");
      }
      write("functions/" + name + "/pom.xml", functions.toString());
    }
    return write("pom.xml", contexts.toString());
  }

  Checkout write(String file, String text) {
    try {
      Files.createDirectories(root.resolve(file).getParent());
      Files.writeString(root.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Checkout delete(String file) {
    try {
      Files.delete(root.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Repository read() {
    return Manifests.read(root);
  }
}
