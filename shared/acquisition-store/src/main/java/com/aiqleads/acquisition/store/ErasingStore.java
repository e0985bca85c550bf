package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.contacting.AreaPulls;
import com.aiqleads.acquisition.contacting.Consents;
import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.ScrubPlace;
import com.aiqleads.acquisition.deleting.DeletionPulls;
import com.aiqleads.acquisition.deleting.DeletionRequests;
import com.aiqleads.acquisition.deleting.KeptLists;
import com.aiqleads.acquisition.deleting.KnownContacts;
import com.aiqleads.acquisition.erasing.ErasableItems;
import com.aiqleads.acquisition.erasing.ErasablePages;
import com.aiqleads.acquisition.erasing.ErasableRecords;
import com.aiqleads.acquisition.erasing.Erasures;
import com.aiqleads.acquisition.erasing.Signatures;
import com.aiqleads.acquisition.retaining.AgedRecords;
import com.aiqleads.acquisition.suppression.Disclosures;
import com.aiqleads.acquisition.watching.WatchBook;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.Database;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Prototype;
import io.micronaut.serde.ObjectMapper;
import java.net.URI;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/// All places in which somebody may stand, and how each is emptied. No singletons: those would be
/// made in every function that has this module.
@Factory
final class ErasingStore {

  /// So many objects are opened in one step: some seconds of it.
  private static final int OBJECTS_AT_A_TIME = 500;

  private static final String DROP = "https://api.drop.privacy.ca.gov";

  @Prototype
  Erasures erasures(
      Database database, BeanProvider<FieldCipher> cipher, Secrets secrets, ObjectMapper json) {
    return new PostgresErasures(database, LeadStore.hashes(secrets), cipher::get, json);
  }

  @Prototype
  Disclosures disclosures(Database database, Secrets secrets) {
    return new PostgresDisclosures(database, LeadStore.hashes(secrets));
  }

  @Prototype
  Consents consents(Database database, Secrets secrets) {
    return new PostgresConsents(database, LeadStore.hashes(secrets));
  }

  @Prototype
  DoNotCall doNotCall(Database database, Secrets secrets) {
    return new PostgresDoNotCall(database, LeadStore.hashes(secrets));
  }

  @Prototype
  ScrubPlace scrubPlace(Database database) {
    return new PostgresScrubPlace(database);
  }

  @Prototype
  AreaPulls areaPulls(Database database) {
    return new PostgresAreaPulls(database);
  }

  @Prototype
  @Bean(preDestroy = "close")
  HttpNationalRegistry nationalRegistry(Secrets secrets, ObjectMapper json, InstantSource clock) {
    return new HttpNationalRegistry(() -> secrets.text("do-not-call-lists"), json, clock);
  }

  @Prototype
  ErasableRecords records(
      Database database, BeanProvider<FieldCipher> cipher, Secrets secrets, ObjectMapper json) {
    return new PostgresErasableRecords(
        database, LeadStore.hashes(secrets), new SealedParticulars(cipher::get, json));
  }

  @Prototype
  AgedRecords agedRecords(Database database) {
    return new PostgresAgedRecords(database);
  }

  @Prototype
  ErasablePages pages(S3Client s3, Names names) {
    return new S3ErasablePages(s3, names.bucket("pages"), OBJECTS_AT_A_TIME);
  }

  @Prototype
  ErasableItems items(DynamoDbClient dynamo, Names names, Secrets secrets, WatchBook watches) {
    return new DynamoErasableItems(
        dynamo,
        names.table("page-states"),
        names.table("validation-cache"),
        LeadStore.hashes(secrets),
        watches);
  }

  @Prototype
  DeletionPulls deletionPulls(Database database) {
    return new PostgresDeletionPulls(database);
  }

  @Prototype
  DeletionRequests deletionRequests(Database database, Secrets secrets) {
    return new PostgresDeletionRequests(database, LeadStore.hashes(secrets));
  }

  @Prototype
  KnownContacts knownContacts(
      Database database, BeanProvider<FieldCipher> cipher, ObjectMapper json) {
    return new PostgresKnownContacts(database, new SealedContacts(cipher::get, json));
  }

  @Prototype
  KeptLists keptLists(S3Client s3, Names names) {
    return new S3KeptLists(s3, names.bucket("deletion-lists"));
  }

  @Prototype
  @Bean(preDestroy = "close")
  DropPlatform deletionPlatform(
      Secrets secrets,
      ObjectMapper json,
      @Property(name = "aiqleads.deletion-platform-url", defaultValue = DROP) URI service) {
    return new DropPlatform(() -> secrets.text("deletion-platform"), json, service);
  }

  @Prototype
  Signatures signatures(Secrets secrets) {
    return new HmacSignatures(() -> LeadStore.matchKey(secrets));
  }
}
