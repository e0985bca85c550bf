package com.aiqleads.acquisition.overseeprivacy;

import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.acquisition.suppression.Disclosures;
import com.aiqleads.acquisition.suppression.People;
import com.aiqleads.acquisition.suppression.People.Held;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.Suppressions;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.lambda.database.Database;
import jakarta.inject.Singleton;
import java.util.List;

/// By the same finder that erases, so that what is told is what would go.
@Singleton
final class Disclose {

  private final People people;
  private final Lineages lineages;
  private final Suppressions suppressions;
  private final Disclosures disclosures;
  private final Database database;

  Disclose(
      People people,
      Lineages lineages,
      Suppressions suppressions,
      Disclosures disclosures,
      Database database) {
    this.people = people;
    this.lineages = lineages;
    this.suppressions = suppressions;
    this.disclosures = disclosures;
    this.database = database;
  }

  DisclosureView of(Person person, Wish wish) {
    return database.inTransaction(
        () -> {
          List<Held> held = people.held(person);
          disclosures.note(person, wish, held.size());
          return DisclosureView.of(
              wish.at(),
              held,
              listing -> lineages.find(listing),
              suppressions.among(person.keys()).size());
        });
  }
}
