package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.crawling.Ports;
import com.aiqleads.acquisition.fetching.BreakerLog;
import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.FetchEvidences;
import com.aiqleads.acquisition.fetching.FetchLimiter;
import com.aiqleads.acquisition.fetching.FetchPage;
import com.aiqleads.acquisition.fetching.KeepSnapshot;
import com.aiqleads.acquisition.fetching.PageStates;
import com.aiqleads.acquisition.fetching.Pause;
import com.aiqleads.acquisition.fetching.PoliteFetch;
import com.aiqleads.acquisition.fetching.ReadRobots;
import com.aiqleads.acquisition.fetching.SharedLimiter;
import com.aiqleads.acquisition.fetching.Snapshots;
import com.aiqleads.acquisition.fetching.SparedPages;
import com.aiqleads.acquisition.parsing.PageParsers;
import com.aiqleads.acquisition.replaying.KeptReadings;
import com.aiqleads.acquisition.suppression.SuppressedPages;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Names;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// What fetching needs, in DynamoDB, S3 and the web. No singletons: those would be made in every
/// function that has this module, also where nobody fetches.
@Factory
public final class FetchingStore {

  private static final Duration MAX_FETCH = Duration.ofSeconds(20);

  private @Nullable FetchLimiter limiter;

  /// The same for all of a function, since it has to find out first what time it is.
  @Prototype
  synchronized FetchLimiter limiter(
      DynamoDbClient dynamo, Names names, InstantSource clock, Metrics metrics) {
    FetchLimiter made = limiter;
    if (made == null) {
      made =
          new CountedTurns(
              limiter(dynamo, names, clock, new LoggedBreakers(metrics), Pause.real()), metrics);
      limiter = made;
    }
    return made;
  }

  static FetchLimiter limiter(
      DynamoDbClient dynamo, Names names, InstantSource clock, BreakerLog log, Pause pause) {
    DatedClock dated = new DatedClock(clock);
    return new SharedLimiter(
        new DynamoSiteStates(dynamo, names.table("fetch-limits"), clock, dated, pause),
        dated,
        clock,
        log,
        new Random());
  }

  @Prototype
  FetchEvidences fetchEvidences(S3Client s3, Names names) {
    return new S3FetchEvidences(s3, names.bucket("pages"));
  }

  @Prototype
  PageStates pageStates(DynamoDbClient dynamo, Names names) {
    return new DynamoPageStates(dynamo, names.table("page-states"));
  }

  @Prototype
  Crawls crawls(DynamoDbClient dynamo, Names names) {
    return new DynamoCrawls(dynamo, names.table("crawls"));
  }

  @Prototype
  @Bean(typed = {Snapshots.class, KeepSnapshot.class})
  S3Snapshots snapshots(S3Client s3, Names names) {
    return new S3Snapshots(s3, names.bucket("pages"));
  }

  @Prototype
  PageParsers pageParsers() {
    return PageParsers.AT_HAND;
  }

  @Prototype
  KeptReadings keptReadings(S3Client s3, Names names, ObjectMapper json) {
    return new S3KeptReadings(s3, names.bucket("pages"), json);
  }

  @Prototype
  @Bean(preDestroy = "close", typed = FetchPage.class)
  HttpPages pages() {
    return new HttpPages(MAX_FETCH);
  }

  @Prototype
  ReadRobots readRobots() {
    return new CrawlerCommonsRobots();
  }

  @Prototype
  PoliteFetch politeFetch(
      FetchPage pages,
      ReadRobots robots,
      FetchLimiter limiter,
      SparedPages spared,
      Metrics metrics,
      InstantSource clock) {
    return new PoliteFetch(
        new CountedPages(pages, metrics), robots, limiter, spared, Pause.real(), clock);
  }

  @Prototype
  SparedPages sparedPages(Suppressions suppressions) {
    return new SuppressedPages(suppressions);
  }

  @Prototype
  Ports ports(
      PoliteFetch fetch,
      PageStates states,
      Crawls crawls,
      KeepSnapshot snapshots,
      SparedPages spared,
      InstantSource clock) {
    return new Ports(fetch, states, crawls, snapshots, spared, new LoggedCrawls(), clock);
  }
}
