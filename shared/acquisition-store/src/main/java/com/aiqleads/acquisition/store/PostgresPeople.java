package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.suppression.People;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.lambda.database.Database;
import java.util.List;
import java.util.UUID;

/// Narrows by the hashes that leads are found by, and by the digits and signs of texts; what is
/// left is opened and looked at.
final class PostgresPeople implements People {

  private static final String FIND =
      """
      select advertisement.* from advertisements as advertisement
      where lead_id in (select lead_id from blocking_keys where key = any (?::uuid[]))
        or concat_ws(' ', title, description, url) ~* any (?::text[])
      order by first_seen_at, listing_id
      """;

  private final Database database;
  private final SealedContacts contacts;
  private final BlindKeys hashes;

  PostgresPeople(Database database, SealedContacts contacts, BlindKeys hashes) {
    this.database = database;
    this.contacts = contacts;
    this.hashes = hashes;
  }

  @Override
  public List<Held> held(Person person) {
    Traces traces = Traces.of(person);
    Object[] keys = person.blockingKeys().stream().map(hashes::of).toArray();
    return database
        .query(
            FIND,
            find -> {
              Parameters.array(find, 1, "uuid", keys);
              Parameters.array(find, 2, "text", traces.patterns().toArray());
            },
            row ->
                new Held(
                    new LeadId(row.getObject("lead_id", UUID.class)),
                    AdvertisementRow.read(row, contacts)))
        .stream()
        .filter(held -> person.isIn(held.advertisement()) || isNamed(traces, held.advertisement()))
        .toList();
  }

  private static boolean isNamed(Traces traces, Advertisement advertisement) {
    var listing = advertisement.listing();
    return traces.in(listing.title() + " " + listing.description() + " " + listing.url());
  }
}
