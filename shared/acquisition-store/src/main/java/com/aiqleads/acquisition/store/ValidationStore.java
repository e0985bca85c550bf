package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.address.GeocodeMany;
import com.aiqleads.acquisition.address.Geocoder;
import com.aiqleads.acquisition.contact.MailDomains;
import com.aiqleads.acquisition.validation.ValidationCache;
import com.aiqleads.lambda.Metrics;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.Secrets;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.context.annotation.Secondary;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// What validating asks on the network, and what it remembers of the answers. No singletons: those
/// would be made in every function that has this module.
@Factory
public final class ValidationStore {

  /// For qualifiers: the services on the network, which not every stage asks.
  public static final String NETWORK = "network";

  private static final String SERVICE = "https://geocoding.geo.census.gov/";
  private static final Duration MAX_GEOCODE = Duration.ofSeconds(4);
  private static final Duration MAX_BATCH = Duration.ofMinutes(10);
  private static final Duration MAX_NAME_SERVER = Duration.ofSeconds(1);

  @Secondary
  @Prototype
  ValidationCache cache(
      DynamoDbClient dynamo, Names names, Secrets secrets, Metrics metrics, InstantSource clock) {
    BlindKeys hashes =
        new BlindKeys(() -> Base64.getDecoder().decode(secrets.text("match-key").strip()));
    return new CountedCache(
        new DynamoValidationCache(dynamo, names.table("validation-cache"), hashes, clock), metrics);
  }

  @Prototype
  @Bean(preDestroy = "close")
  CensusHttp http() {
    return new CensusHttp();
  }

  @Prototype
  @Named(NETWORK)
  Geocoder geocoder(
      CensusHttp http,
      ObjectMapper json,
      Metrics metrics,
      @Property(name = "aiqleads.geocoder-url", defaultValue = SERVICE) URI service) {
    return new CountedGeocoder(new CensusGeocoder(http, json, service, MAX_GEOCODE), metrics);
  }

  @Prototype
  GeocodeMany geocodeMany(
      CensusHttp http,
      @Property(name = "aiqleads.geocoder-url", defaultValue = SERVICE) URI service) {
    return new CensusBatch(http, service, MAX_BATCH);
  }

  @Prototype
  @Named(NETWORK)
  MailDomains mailDomains(
      @Property(name = "aiqleads.name-server", defaultValue = "") String server) {
    return new DnsMailDomains(server, MAX_NAME_SERVER);
  }
}
