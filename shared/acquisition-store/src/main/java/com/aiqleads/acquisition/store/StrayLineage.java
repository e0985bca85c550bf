package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.erasing.ErasableRecords.Page;
import com.aiqleads.acquisition.parsing.Conflict;
import com.aiqleads.acquisition.parsing.Conflict.Reading;
import com.aiqleads.acquisition.parsing.Particulars;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Lineage of what became no lead: no key leads to it, and what it says is sealed, so all of it is
/// opened. There is as much of it as was refused in the days that it is kept.
record StrayLineage(Database database, SealedParticulars sealed) {

  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final int HANDFUL = 500;

  private static final String NEXT =
      """
      select listing_id, source, market, url, particulars from lineage
      where listing_id > ? and not exists (
        select from advertisements where advertisements.listing_id = lineage.listing_id)
      order by listing_id limit ?
      """;

  /// Of one that names somebody where it was read.
  record Stray(ListingId listing, Page page) {}

  private record Row(UUID id, String source, String market, String url, String said) {

    String text() {
      return url + "\n" + said;
    }

    Stray stray(Traces traces) {
      return new Stray(new ListingId(id), new Page(source, market, url, traces.areIn(text())));
    }
  }

  List<Stray> naming(Traces traces) {
    List<Stray> found = new ArrayList<>();
    List<Row> some = after(BEFORE_ALL);
    while (!some.isEmpty()) {
      some.stream()
          .filter(row -> traces.anyIn(row.text()))
          .forEach(row -> found.add(row.stray(traces)));
      some = after(some.getLast().id());
    }
    return found;
  }

  private List<Row> after(UUID last) {
    return database.query(
        NEXT,
        find -> {
          find.setObject(1, last);
          find.setInt(2, HANDFUL);
        },
        row ->
            new Row(
                row.getObject("listing_id", UUID.class),
                row.getString("source"),
                row.getString("market"),
                row.getString("url"),
                text(sealed.open(row.getString("particulars")))));
  }

  private static String text(Particulars said) {
    return Stream.of(
            Stream.of(said.sellerUrl(), said.otherId()).filter(Objects::nonNull),
            said.attributes().values().stream(),
            said.conflicts().stream()
                .map(Conflict::readings)
                .flatMap(List::stream)
                .map(Reading::value))
        .flatMap(texts -> texts)
        .collect(Collectors.joining("\n"));
  }
}
