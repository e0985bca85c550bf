package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.suppression.Disclosures;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.lambda.database.Database;
import java.time.ZoneOffset;

/// Of the same person an erasure has the same hash.
record PostgresDisclosures(Database database, BlindKeys hashes) implements Disclosures {

  @Override
  public void note(Person person, Wish wish, int listings) {
    database.update(
        "insert into disclosures (subject, asked_by, reason, listings, told_at)"
            + " values (?, ?, ?, ?, ?)",
        row -> {
          row.setObject(1, hashes.of(person));
          row.setString(2, wish.by());
          row.setString(3, wish.reason());
          row.setInt(4, listings);
          row.setObject(5, wish.at().atOffset(ZoneOffset.UTC));
        });
  }
}
