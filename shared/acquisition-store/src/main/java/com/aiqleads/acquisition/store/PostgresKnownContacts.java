package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.deleting.KnownContacts;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Opens each contact: the hashes that are kept of it are not those of the lists.
record PostgresKnownContacts(Database database, SealedContacts contacts) implements KnownContacts {

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  @Override
  public List<Known> after(Optional<ListingId> listing, int limit) {
    return database.query(
        "select listing_id, contact from advertisements where listing_id > ?"
            + " order by listing_id limit ?",
        find -> {
          find.setObject(1, listing.map(ListingId::value).orElse(BEFORE_ALL));
          find.setInt(2, limit);
        },
        row ->
            new Known(
                new ListingId(row.getObject("listing_id", UUID.class)),
                contacts.open(row.getString("contact"))));
  }
}
