package com.aiqleads.marketplace.store;

import com.aiqleads.lambda.Environment;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.marketplace.search.IndexUnavailable;
import com.aiqleads.marketplace.search.LeadIndex;
import com.aiqleads.marketplace.search.Rebuilds;
import com.aiqleads.marketplace.search.SearchWithFallback;
import com.aiqleads.marketplace.standing.StandingIndex;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/// The adapters behind the ports of marketplace that live in OpenSearch.
@Factory
final class SearchStore {
  private static final Logger LOG = LoggerFactory.getLogger(SearchStore.class);
  private static final IndexNames LEADS = new IndexNames("leads");
  static final String STANDING_ORDERS = "standing-orders";
  private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(500);

  /// Whoever waits for an answer is better served by the database after that.
  private static final Duration SEARCH_TIMEOUT = Duration.ofSeconds(2);

  private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(20);

  private final String address;
  private final String region;
  private final AwsCredentialsProvider credentials;
  private final ObjectMapper json;

  SearchStore(
      @Value("${aiqleads.search.url:`http://127.0.0.1:9200`}") String address,
      AwsCredentialsProvider credentials,
      ObjectMapper json) {
    this.address = address;
    this.region = Environment.current().get("AWS_REGION", "us-east-1");
    this.credentials = credentials;
    this.json = json;
  }

  @Singleton
  LeadIndex index(InstantSource clock) {
    return new OpenSearchLeadIndex(openSearch(WRITE_TIMEOUT), LEADS, mapping(json), clock);
  }

  @Singleton
  StandingIndex standingIndex() {
    return new OpenSearchStandingIndex(
        openSearch(WRITE_TIMEOUT),
        STANDING_ORDERS,
        mapping(json, STANDING_ORDERS + "-v" + OpenSearchStandingIndex.MAPPING));
  }

  @Singleton
  SearchWithFallback search(
      Database database, Rebuilds rebuilds, Metrics metrics, InstantSource clock) {
    return new SearchWithFallback(
        new OpenSearchLeadSearch(openSearch(SEARCH_TIMEOUT), LEADS.alias()),
        new PostgresLeadSearch(database),
        rebuilds,
        clock,
        failure -> note(failure, metrics));
  }

  private OpenSearch openSearch(Duration timeout) {
    var client =
        UrlConnectionHttpClient.builder()
            .connectionTimeout(CONNECT_TIMEOUT)
            .socketTimeout(timeout)
            .build();
    return new OpenSearch(new SignedHttp(URI.create(address), region, credentials, client), json);
  }

  static Map<String, Object> mapping(ObjectMapper json) {
    return mapping(json, "leads-v" + IndexNames.MAPPING);
  }

  static Map<String, Object> mapping(ObjectMapper json, String name) {
    String file = name + ".json";
    try (InputStream mapping = SearchStore.class.getResourceAsStream(file)) {
      return json.readValue(
          Objects.requireNonNull(mapping, file), Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static void note(IndexUnavailable failure, Metrics metrics) {
    metrics.count("search_fallbacks", "leads", "database");
    LOG.atWarn().setCause(failure).log("the index does not answer, the database does");
  }
}
