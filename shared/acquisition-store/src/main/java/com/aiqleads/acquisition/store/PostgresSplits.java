package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.resolution.KnownLead;
import com.aiqleads.acquisition.resolution.Split;
import com.aiqleads.lambda.database.Database;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;

/// Parts that people took out of leads, each with its advertisements and their keys.
record PostgresSplits(Database database, BlindKeys blindKeys) {

  void file(Split split) {
    database.update(
        "insert into leads (id, version) values (?, ?)",
        lead -> {
          lead.setObject(1, split.part().id().value());
          lead.setLong(2, split.part().version());
        });
    Object[] moved =
        split.part().advertisements().stream().map(one -> one.listing().id().value()).toArray();
    database.update(
        "update advertisements set lead_id = ? where listing_id = any (?::uuid[])",
        move -> {
          move.setObject(1, split.part().id().value());
          Parameters.array(move, 2, "uuid", moved);
        });
    keysOf(split.left(), split.part());
    database.update(
        """
        insert into splits (part_id, lead_id, listing_ids, asked_by, reason, split_at)
        values (?, ?, ?, ?, ?, ?)
        """,
        row -> {
          row.setObject(1, split.part().id().value());
          row.setObject(2, split.left().id().value());
          Parameters.array(row, 3, "uuid", moved);
          row.setString(4, split.by());
          row.setString(5, split.why());
          row.setObject(6, split.at().atOffset(ZoneOffset.UTC));
        });
  }

  /// Each side keeps the keys of its own advertisements only.
  private void keysOf(KnownLead left, KnownLead part) {
    Object[] moved = blindKeys.inOrder(Split.keys(part));
    Set<BlockingKey> lost = new HashSet<>(Split.keys(part));
    lost.removeAll(Split.keys(left));
    database.update(
        "delete from blocking_keys where lead_id = ? and key = any (?::uuid[])",
        keys -> {
          keys.setObject(1, left.id().value());
          Parameters.array(keys, 2, "uuid", blindKeys.inOrder(lost));
        });
    database.update(
        "insert into blocking_keys (key, lead_id) select key, ? from unnest(?::uuid[]) as key",
        keys -> {
          keys.setObject(1, part.id().value());
          Parameters.array(keys, 2, "uuid", moved);
        });
  }
}
