package com.aiqleads.platform.store;

import com.aiqleads.lambda.ActingKey;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.Names;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.platform.AllOrNothing;
import com.aiqleads.platform.ApiKeys;
import com.aiqleads.platform.Attempts;
import com.aiqleads.platform.AuditTrail;
import com.aiqleads.platform.Challenges;
import com.aiqleads.platform.Departures;
import com.aiqleads.platform.Identities;
import com.aiqleads.platform.Invitations;
import com.aiqleads.platform.LetterLimits;
import com.aiqleads.platform.MailTokens;
import com.aiqleads.platform.Members;
import com.aiqleads.platform.Passwords;
import com.aiqleads.platform.PendingLinks;
import com.aiqleads.platform.RefreshFamilies;
import com.aiqleads.platform.SecondFactors;
import com.aiqleads.platform.SigningKeyStore;
import com.aiqleads.platform.TokenSigner;
import com.aiqleads.platform.WrongPasswords;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;

/// The adapters behind the ports of platform.
@Factory
final class PlatformStore {

  static final String TOKENS_KEY = "tokens";

  @Singleton
  Members members(Database database) {
    return new PostgresMembers(database);
  }

  @Singleton
  AllOrNothing allOrNothing(Database database) {
    return database::inTransaction;
  }

  @Singleton
  AuditTrail auditTrail(Database database, ActingKey acting) {
    return new PostgresAuditTrail(database, acting);
  }

  @Singleton
  MailTokens mailTokens(Database database) {
    return new PostgresMailTokens(database);
  }

  @Singleton
  SecondFactors secondFactors(Database database, Secrets secrets) {
    // Asked for each time: the secrets are kept for five minutes, and a key may be added.
    return new PostgresSecondFactors(
        database, () -> FieldCipher.ofSecret(secrets.text("second-factor-key")));
  }

  @Singleton
  Challenges challenges(DynamoDbClient dynamo, Names names) {
    return new DynamoChallenges(dynamo, names.table("sign-in-challenges"));
  }

  @Singleton
  Identities identities(Database database) {
    return new PostgresIdentities(database);
  }

  @Singleton
  Departures departures(DynamoDbClient dynamo, Names names) {
    return new DynamoDepartures(dynamo, names.table("departures"));
  }

  @Singleton
  PendingLinks pendingLinks(DynamoDbClient dynamo, Names names) {
    return new DynamoPendingLinks(dynamo, names.table("pending-links"));
  }

  @Singleton
  ApiKeys apiKeys(Database database) {
    return new PostgresApiKeys(database);
  }

  @Singleton
  Invitations invitations(Database database) {
    return new PostgresInvitations(database);
  }

  @Singleton
  RefreshFamilies refreshFamilies(DynamoDbClient dynamo, Names names) {
    return new DynamoRefreshFamilies(dynamo, names);
  }

  @Singleton
  Attempts attempts(DynamoDbClient dynamo, Names names) {
    return new DynamoAttempts(dynamo, names.table("sign-in-attempts"));
  }

  @Singleton
  WrongPasswords wrongPasswords(Attempts attempts) {
    return new WrongPasswords(attempts);
  }

  @Singleton
  LetterLimits letterLimits(Attempts attempts) {
    return new LetterLimits(attempts);
  }

  @Singleton
  Passwords passwords() {
    return new Argon2Passwords();
  }

  @Singleton
  KmsKeys kmsKeys(KmsClient kms, Names names, InstantSource clock) {
    return new KmsKeys(kms, names.keyAlias(TOKENS_KEY), clock);
  }

  @Singleton
  SigningKeyStore signingKeys(KmsClient kms, Names names) {
    return new KmsSigningKeys(kms, names.keyAlias(TOKENS_KEY));
  }

  @Singleton
  TokenSigner tokenSigner(
      KmsKeys keys, @Value("${aiqleads.issuer}") String issuer, ObjectMapper mapper) {
    return new JwtSigner(keys, issuer, mapper);
  }
}
