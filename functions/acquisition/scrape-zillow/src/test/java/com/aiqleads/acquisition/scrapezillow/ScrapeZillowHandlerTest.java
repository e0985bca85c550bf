package com.aiqleads.acquisition.scrapezillow;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.crawling.Sources;
import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.InMemoryCrawls;
import com.aiqleads.acquisition.fetching.InMemoryFetchLimiter;
import com.aiqleads.acquisition.fetching.InMemoryPageStates;
import com.aiqleads.acquisition.fetching.InMemorySnapshots;
import com.aiqleads.acquisition.fetching.KeepSnapshot;
import com.aiqleads.acquisition.fetching.PageStates;
import com.aiqleads.lambda.ScheduledRun;
import com.aiqleads.local.sandbox.Sandbox;
import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.test.annotation.MockBean;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.test.support.TestPropertyProvider;
import jakarta.inject.Inject;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

@MicronautTest(startApplication = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScrapeZillowHandlerTest implements TestPropertyProvider {

  private static final ScheduledRun RUN =
      new ScheduledRun("aiqleads-test-acquisition-scrape-zillow", Instant.EPOCH);
  /// Few enough to be seen in one run.
  private static final int HOMES = 150;

  private static final Sandbox SANDBOX = Sandbox.start(0, Sandbox.DEFAULT_SEED, HOMES);

  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Inject ApplicationContext context;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("aiqleads.sandbox.url", SANDBOX.baseUri().toString());
  }

  @AfterAll
  static void stop() {
    SANDBOX.close();
  }

  @MockBean(FetchLimiter.class)
  FetchLimiter limiter() {
    return new InMemoryFetchLimiter(InstantSource.system());
  }

  @MockBean(PageStates.class)
  PageStates states() {
    return new InMemoryPageStates();
  }

  @MockBean(Crawls.class)
  Crawls crawls() {
    return new InMemoryCrawls();
  }

  @MockBean(KeepSnapshot.class)
  KeepSnapshot snapshots() {
    return new InMemorySnapshots();
  }

  @MockBean(SqsClient.class)
  SqsClient queues() {
    return new SqsClient() {
      @Override
      public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
        return GetQueueUrlResponse.builder().queueUrl(request.queueName()).build();
      }

      @Override
      public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        request
            .entries()
            .forEach(entry -> sent.add(request.queueUrl() + " " + entry.messageBody()));
        return SendMessageBatchResponse.builder().build();
      }

      @Override
      public String serviceName() {
        return "sqs";
      }

      @Override
      public void close() {}
    };
  }

  @Test
  void sendsTheParserThePagesOfEveryMarket() {
    new ScrapeZillowHandler(context).handleRequest(RUN, invocation());

    assertThat(sent)
        .hasSizeBetween(60, 70)
        .anyMatch(message -> message.startsWith("aiqleads-test-acquisition-parse-page "))
        .anyMatch(message -> message.contains("\"market\":\"miami-fl\""))
        .anyMatch(message -> message.contains("\"market\":\"denver-co\""));
    assertThat(sent.stream().map(ScrapeZillowHandlerTest::correlationId)).doesNotHaveDuplicates();
  }

  @Test
  void withoutTheSandboxTheRealSiteIsNamedButNotApproved() {
    try (ApplicationContext deployed = ApplicationContext.run()) {
      Sources sources = deployed.getBean(Sources.class);

      assertThat(sources.policies()).extracting("source").containsExactly("zillow");
      assertThat(sources.policies()).noneMatch(policy -> policy.approval().isLive(Instant.EPOCH));
      assertThat(sources.policies())
          .allMatch(policy -> policy.baseUrl().getScheme().equals("https"));
    }
  }

  private static Context invocation() {
    return (Context)
        Proxy.newProxyInstance(
            Context.class.getClassLoader(),
            new Class<?>[] {Context.class},
            (_, method, _) -> method.getName().equals("getRemainingTimeInMillis") ? 90_000 : "");
  }

  private static String correlationId(String message) {
    int start = message.indexOf("cor_");
    return message.substring(start, message.indexOf('"', start));
  }
}
