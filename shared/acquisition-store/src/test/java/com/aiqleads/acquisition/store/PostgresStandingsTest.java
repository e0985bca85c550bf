package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.resolution.Leads;
import com.aiqleads.acquisition.standing.HomeText;
import com.aiqleads.acquisition.standing.Level;
import com.aiqleads.acquisition.standing.Standings;
import com.aiqleads.acquisition.standing.StandingsContract;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresStandingsTest extends StandingsContract {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));

  private final Database database = new Database(postgres.dataSource());
  private final BlindKeys blindKeys = new BlindKeys(() -> new byte[32]);

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Override
  protected Leads leads() {
    return new PostgresLeads(
        database, new SealedContacts(() -> CIPHER, SealedContactsTest.JSON), blindKeys);
  }

  @Override
  protected Standings standings() {
    return new PostgresStandings(database, blindKeys);
  }

  @Test
  void keepsNothingInClearAndForgetsItWithTheAdvertisement() {
    new LeadResolution(leads(), InstantSource.system()).resolve(LeadFixtures.anAdvertisement());
    String kept = text("select string_agg(marks::text, ' ') from marks");

    assertThat(kept).contains("contact").doesNotContain("3059582368", "letterbox", "dana");

    database.update("delete from advertisements", _ -> {});
    assertThat(text("select count(*)::text from marks")).isEqualTo("0");
  }

  /// They stand in two languages, since a plan is made with the limits that it will have.
  @Test
  void theDatabaseCountsByTheNumbersOfTheRules() {
    assertThat(text("select prosrc from pg_proc where proname = 'level_around'"))
        .contains("homes >= " + Level.MIN_HOMES, "limit " + Level.MAX_HOMES + ")");
    assertThat(text("select prosrc from pg_proc where proname = 'standing_around'"))
        .contains(
            "limit " + (Standings.MAX_SHARING + 1) + ")",
            "other.having <= " + Standings.MAX_SHARING,
            ">= " + HomeText.ALIKE_FROM_PHRASES);
  }

  private String text(String query) {
    return database.query(query, _ -> {}, row -> row.getString(1)).getFirst();
  }
}
