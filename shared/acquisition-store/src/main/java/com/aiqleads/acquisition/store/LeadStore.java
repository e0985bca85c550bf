package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.approving.BookedPermissions;
import com.aiqleads.acquisition.approving.SourceBook;
import com.aiqleads.acquisition.crawling.Permissions;
import com.aiqleads.acquisition.hiring.HiringCompanies;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.refusals.Refusals;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.acquisition.suppression.People;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.Secrets;
import com.aiqleads.lambda.database.Database;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Base64;

/// What the chain of leads keeps in PostgreSQL.
@Factory
public final class LeadStore {

  /// Asks for its secrets when it needs them, not at the start.
  @Singleton
  Leads leads(
      Database database, BeanProvider<FieldCipher> cipher, Secrets secrets, ObjectMapper json) {
    return new PostgresLeads(database, new SealedContacts(cipher::get, json), hashes(secrets));
  }

  static BlindKeys hashes(Secrets secrets) {
    return new BlindKeys(() -> matchKey(secrets));
  }

  static byte[] matchKey(Secrets secrets) {
    return Base64.getDecoder().decode(secrets.text("match-key").strip());
  }

  @Singleton
  Suppressions suppressions(Database database, Secrets secrets) {
    return new PostgresSuppressions(database, hashes(secrets));
  }

  @Singleton
  People people(
      Database database, BeanProvider<FieldCipher> cipher, Secrets secrets, ObjectMapper json) {
    return new PostgresPeople(database, new SealedContacts(cipher::get, json), hashes(secrets));
  }

  @Singleton
  Standings standings(Database database, Secrets secrets) {
    return new PostgresStandings(database, hashes(secrets));
  }

  @Singleton
  Lineages lineages(Database database, BeanProvider<FieldCipher> cipher, ObjectMapper json) {
    return new PostgresLineages(database, new SealedParticulars(cipher::get, json));
  }

  @Singleton
  SourceBook sourceBook(Database database) {
    return new PostgresSourceBook(database);
  }

  @Singleton
  Permissions permissions(SourceBook book, InstantSource clock) {
    return new BookedPermissions(book, clock);
  }

  @Singleton
  HiringCompanies hiringCompanies(Database database) {
    return new PostgresHiringCompanies(database);
  }

  @Singleton
  Refusals refusals(Database database) {
    return new PostgresRefusals(database);
  }
}
