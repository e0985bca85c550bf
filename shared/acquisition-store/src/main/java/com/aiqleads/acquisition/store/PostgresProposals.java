package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.proposing.Proposals;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.database.Database;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/// One row for each proposal; the inbox sees to it that none comes twice.
record PostgresProposals(Database database) implements Proposals {

  private static final String KEEP =
      """
      insert into proposals (listing_id, field, value, model, verdict, proposed_at)
      select * from unnest(
        ?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[])
      """;

  private static final String FIND =
      "select * from proposals where listing_id %s order by proposed_at, id";

  @Override
  public void keep(Collection<Kept> proposals) {
    if (proposals.isEmpty()) {
      return;
    }
    int _ =
        database.update(
            KEEP,
            keep -> {
              Parameters next = new Parameters(keep, 1);
              next.array("uuid", proposals.stream().map(one -> one.listing().value()).toArray());
              next.texts(proposals.stream().map(Kept::field).toList());
              next.texts(proposals.stream().map(Kept::value).toList());
              next.texts(proposals.stream().map(Kept::model).toList());
              next.texts(proposals.stream().map(Kept::verdict).toList());
              next.array(
                  "timestamptz",
                  proposals.stream()
                      .map(one -> one.proposedAt().atOffset(ZoneOffset.UTC).toString())
                      .toArray());
            });
  }

  @Override
  public List<Kept> of(ListingId listing) {
    return find(FIND.formatted("= ?"), listing.value());
  }

  @Override
  public List<Kept> of(LeadId lead) {
    return find(
        FIND.formatted("in (select listing_id from advertisements where lead_id = ?)"),
        lead.value());
  }

  private List<Kept> find(String sql, UUID id) {
    return database.query(
        sql,
        find -> find.setObject(1, id),
        row ->
            new Kept(
                new ListingId(row.getObject("listing_id", UUID.class)),
                row.getString("field"),
                row.getString("value"),
                row.getString("model"),
                row.getString("verdict"),
                row.getObject("proposed_at", OffsetDateTime.class).toInstant()));
  }
}
