package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.acquisition.suppression.Suppressions.Wish;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.net.URI;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSuppressionsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Wish WISH = new Wish("user", "asked for it", NOON);
  private static final SuppressionKey PHONE = SuppressionKey.of(new Phone("+13059582368"));
  private static final SuppressionKey MAIL = SuppressionKey.of(new Email("dana@letterbox.example"));
  private static final SuppressionKey PAGE =
      SuppressionKey.of(URI.create("https://homes.example/dana-whitfield"));

  private final Database database = new Database(postgres.dataSource());
  private final PostgresSuppressions suppressions =
      new PostgresSuppressions(database, new BlindKeys(() -> new byte[32]));

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void aPageIsRefusedForAsLongAsOneOfItsCauses() {
    suppressions.add(Set.of(PHONE, MAIL), WISH);

    suppressions.addPages(Set.of(PAGE), Set.of(PHONE, MAIL), NOON);
    suppressions.addPages(Set.of(PAGE), Set.of(PHONE, MAIL), NOON);

    assertThat(suppressions.among(Set.of(PAGE, PHONE))).containsExactlyInAnyOrder(PAGE, PHONE);
    suppressions.lift(Set.of(PHONE), WISH);
    assertThat(suppressions.among(Set.of(PAGE))).containsExactly(PAGE);
    suppressions.lift(Set.of(MAIL), WISH);
    assertThat(suppressions.among(Set.of(PAGE))).isEmpty();
  }

  @Test
  void aPageOfNobodyWhoIsSuppressedIsNotRefused() {
    suppressions.addPages(Set.of(PAGE), Set.of(PHONE), NOON);

    assertThat(suppressions.among(Set.of(PAGE))).isEmpty();
  }

  @Test
  void aPageIsRefusedBecauseOfAListToo() {
    ListedHash listed = ListedHash.of(PHONE).orElseThrow();
    suppressions.addListed(Set.of(listed), WISH);

    suppressions.addPages(Set.of(PAGE), Set.of(PHONE), NOON);

    assertThat(suppressions.among(Set.of(PAGE))).containsExactly(PAGE);
    suppressions.liftListed(Set.of(listed), WISH);
    assertThat(suppressions.among(Set.of(PAGE))).isEmpty();
  }

  @Test
  void aPageIsSuppressedByItself() {
    assertThat(suppressions.add(Set.of(PAGE), WISH)).isEqualTo(1);

    assertThat(suppressions.among(Set.of(PAGE))).containsExactly(PAGE);
    assertThat(suppressions.changes())
        .singleElement()
        .matches(change -> change.kind() == SuppressionKey.Kind.PAGE);
  }

  @Test
  void whereAPageStandsIsNotKept() {
    suppressions.add(Set.of(PHONE), WISH);
    suppressions.addPages(Set.of(PAGE), Set.of(PHONE), NOON);

    assertThat(
            database.query(
                "select kept::text from suppressed_pages as kept",
                _ -> {},
                row -> row.getString(1)))
        .singleElement()
        .asString()
        .doesNotContain("homes", "dana");
  }
}
