package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.refusals.Refusals;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.Database;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.Base64;

/// What the chain of leads keeps in PostgreSQL.
@Factory
public final class LeadStore {

  @Singleton
  Leads leads(Database database, FieldCipher cipher, Secrets secrets) {
    byte[] matchKey = Base64.getDecoder().decode(secrets.text("match-key").strip());
    return new PostgresLeads(database, new SealedContacts(cipher), new BlindKeys(matchKey));
  }

  @Singleton
  Refusals refusals(Database database) {
    return new PostgresRefusals(database);
  }
}
