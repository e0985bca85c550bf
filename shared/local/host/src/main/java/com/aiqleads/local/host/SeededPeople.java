package com.aiqleads.local.host;

import com.aiqleads.local.provider.Person;
import java.util.List;

/// Who can sign in on fresh data: the migrations of stage `local` put them there.
final class SeededPeople {

  /// By the addresses and names of the migration.
  static final List<Person> PEOPLE =
      List.of(
          new Person("buyer@aiqleads.example", "Bea Buyer"),
          new Person("analyst@aiqleads.example", "Anna Analyst"),
          new Person("marketer@aiqleads.example", "Mark Marketer"),
          new Person("candidate@aiqleads.example", "Cara Candidate"),
          new Person("support@aiqleads.example", "Sam Support"),
          new Person("admin@aiqleads.example", "Ada Admin"));

  static final String SENTENCE =
      "sign in as buyer@, analyst@, marketer@, candidate@, support@ or admin@aiqleads.example,"
          + " password on-this-laptop-only (admin sets an authenticator app up at the first"
          + " sign-in)";

  private SeededPeople() {}
}
