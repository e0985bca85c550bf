package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.contacting.Channel;
import com.aiqleads.acquisition.contacting.Consent;
import com.aiqleads.acquisition.contacting.Consent.Act;
import com.aiqleads.acquisition.contacting.Consents;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.lambda.database.Database;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/// Rows are added and never changed: nothing here could.
record PostgresConsents(Database database, BlindKeys hashes) implements Consents {

  @Override
  public void enter(Consent consent) {
    database.update(
        "insert into consents (who, channel, act, told, entered_by, given_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        row -> {
          row.setObject(1, hashes.of(consent.who()));
          row.setString(2, consent.channel().id());
          row.setString(3, consent.act().name());
          row.setString(4, consent.text());
          row.setString(5, consent.by());
          row.setObject(6, consent.at().atOffset(ZoneOffset.UTC));
        });
  }

  @Override
  public List<Consent> of(SuppressionKey who) {
    return database.query(
        "select * from consents where who = ? order by given_at, id",
        find -> find.setObject(1, hashes.of(who)),
        row ->
            new Consent(
                who,
                Channel.find(row.getString("channel")).orElseThrow(),
                Act.valueOf(row.getString("act")),
                row.getString("told"),
                row.getString("entered_by"),
                row.getObject("given_at", OffsetDateTime.class).toInstant()));
  }
}
