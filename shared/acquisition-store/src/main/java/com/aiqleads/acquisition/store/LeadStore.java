package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.refusals.Refusals;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.Database;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.util.Base64;

/// What the chain of leads keeps in PostgreSQL.
@Factory
public final class LeadStore {

  /// Asks for its secrets when it needs them, not at the start.
  @Singleton
  Leads leads(
      Database database, BeanProvider<FieldCipher> cipher, Secrets secrets, ObjectMapper json) {
    return new PostgresLeads(
        database,
        new SealedContacts(cipher::get, json),
        new BlindKeys(() -> Base64.getDecoder().decode(secrets.text("match-key").strip())));
  }

  @Singleton
  Lineages lineages(Database database, BeanProvider<FieldCipher> cipher, ObjectMapper json) {
    return new PostgresLineages(database, new SealedParticulars(cipher::get, json));
  }

  @Singleton
  Refusals refusals(Database database) {
    return new PostgresRefusals(database);
  }
}
