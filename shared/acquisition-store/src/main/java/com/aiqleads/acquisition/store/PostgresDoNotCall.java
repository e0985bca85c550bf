package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.contacting.DoNotCall;
import com.aiqleads.acquisition.contacting.Scrub;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// What lists answered, by keyed hash of the number.
record PostgresDoNotCall(Database database, BlindKeys hashes) implements DoNotCall {

  private static final String NOTE =
      """
      insert into do_not_call (phone, list, is_listed, looked_at) values (?, ?, ?, ?)
      on conflict (phone, list) do update
        set is_listed = excluded.is_listed, looked_at = excluded.looked_at
        where do_not_call.looked_at < excluded.looked_at
      """;

  @Override
  public List<Scrub> scrubs(Phone phone) {
    return database.query(
        "select * from do_not_call where phone = ? order by list",
        find -> find.setObject(1, hashes.of(SuppressionKey.of(phone))),
        row ->
            new Scrub(
                row.getString("list"),
                row.getBoolean("is_listed"),
                row.getObject("looked_at", OffsetDateTime.class).toInstant()));
  }

  @Override
  public void note(Phone phone, Scrub scrub) {
    database.update(
        NOTE,
        row -> {
          row.setObject(1, hashes.of(SuppressionKey.of(phone)));
          row.setString(2, scrub.list());
          row.setBoolean(3, scrub.isListed());
          row.setObject(4, scrub.at().atOffset(ZoneOffset.UTC));
        });
  }

  @Override
  public Set<Phone> due(Collection<Phone> phones, String list, Instant since) {
    Map<UUID, Phone> asked = new HashMap<>();
    phones.forEach(phone -> asked.put(hashes.of(SuppressionKey.of(phone)), phone));
    database
        .query(
            "select phone from do_not_call where list = ? and looked_at >= ?"
                + " and phone = any (?::uuid[])",
            find -> {
              Parameters next = new Parameters(find, 1);
              next.set(list);
              next.set(since.atOffset(ZoneOffset.UTC));
              next.array("uuid", asked.keySet().toArray());
            },
            row -> row.getObject("phone", UUID.class))
        .forEach(asked::remove);
    return new HashSet<>(asked.values());
  }
}
