package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.contacting.ScrubPlace;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;

/// One row, which is not a listing's: it may be gone, and the place is there still.
record PostgresScrubPlace(Database database) implements ScrubPlace {

  private static final String REACH =
      """
      insert into scrub_place (reached) values (?)
      on conflict (only_one) do update set reached = excluded.reached
      """;

  @Override
  public Optional<ListingId> reached() {
    return database.queryOne(
        "select reached from scrub_place where reached is not null",
        _ -> {},
        row -> new ListingId(row.getObject("reached", UUID.class)));
  }

  @Override
  public void reach(Optional<ListingId> last) {
    int _ =
        database.update(
            REACH, row -> row.setObject(1, last.map(ListingId::value).orElse(null), Types.OTHER));
  }
}
