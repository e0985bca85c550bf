package com.aiqleads.local.product;

import com.aiqleads.local.product.SandboxPages.Page;
import com.aiqleads.local.sandbox.Sandbox;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Gives pages to the chain as the scraper does, only faster.
record PageFeed(AwsCalls aws) {

  private static final String BUCKET = "aiqleads-local-acquisition-pages";
  private static final String QUEUE = "aiqleads-local-acquisition-parse-page";
  private static final int MESSAGES_PER_CALL = 10;
  private static final Duration LIMIT = Duration.ofMinutes(30);

  /// Every page of the sandbox, until its leads are on sale.
  static void sandbox(RunningProduct product) {
    some(product, Sandbox.DEFAULT_HOMES);
  }

  /// Those of a sandbox of so many homes.
  static void some(RunningProduct product, int homes) {
    PageFeed feed = new PageFeed(new AwsCalls(product.aws()));
    List<Page> pages = SandboxPages.of(homes);
    feed.keep(pages);
    feed.announce(pages);
    Quiescence.of(product.admin()).await(LIMIT);
  }

  void keep(List<Page> pages) {
    pages.forEach(page -> aws.put(BUCKET, page.key(), page.zipped()));
  }

  void announce(List<Page> pages) {
    String queue = aws.queueUrl(QUEUE);
    for (int from = 0; from < pages.size(); from += MESSAGES_PER_CALL) {
      List<Map<String, ?>> entries = new ArrayList<>();
      for (Page page : pages.subList(from, Math.min(pages.size(), from + MESSAGES_PER_CALL))) {
        Map<String, ?> message = page.message("bench");
        entries.add(
            Map.of(
                "Id",
                "m" + entries.size(),
                "MessageBody",
                new String(ApiClient.bytes(message), StandardCharsets.UTF_8),
                "MessageAttributes",
                Map.of(
                    "event", text("PageFetched"),
                    "correlationId", text(String.valueOf(message.get("correlationId"))))));
      }
      aws.call("AmazonSQS.SendMessageBatch", Map.of("QueueUrl", queue, "Entries", entries));
    }
  }

  private static Map<String, String> text(String value) {
    return Map.of("DataType", "String", "StringValue", value);
  }
}
