package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.acquisition.LeadFixtures;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.acquisition.retaining.AgedRecords;
import com.aiqleads.acquisition.retaining.RetentionRule;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.ListingId;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAgedRecordsTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));
  private static final Duration AN_HOUR = Duration.ofHours(1);

  private final Database database = new Database(postgres.dataSource());
  private final AgedRecords aged = new PostgresAgedRecords(database);
  private final Advertisement advertisement = LeadFixtures.anAdvertisement();
  private final Instant seen = advertisement.listing().observedAt();

  @BeforeEach
  void fileAnAdvertisement() {
    postgres.clear();
    SealedContacts contacts = new SealedContacts(() -> CIPHER, SealedContactsTest.JSON);
    LeadResolution resolution =
        new LeadResolution(
            new PostgresLeads(database, contacts, new BlindKeys(() -> new byte[32])),
            InstantSource.system());
    database.inTransaction(
        () -> {
          resolution.reserve(List.of(advertisement), Set.of(), Set.of());
          return resolution.resolve(advertisement);
        });
  }

  @Test
  void findsLeadsThatNobodyHasSeenForSoLong() {
    Map<LeadId, Set<ListingId>> over = aged.leads(seen, seen.plus(AN_HOUR), 10);

    assertThat(over.values()).containsExactly(Set.of(advertisement.listing().id()));
    assertThat(aged.still(over.keySet(), seen, seen.plus(AN_HOUR))).isEqualTo(over);
    assertThat(aged.still(over.keySet(), seen, seen.minus(AN_HOUR))).isEmpty();
    assertThat(aged.leads(seen, seen, 10)).isEmpty();
    assertThat(aged.leads(seen, seen.plus(AN_HOUR), 0)).isEmpty();
  }

  @Test
  void forgetsRowsByTheirRuleSomeAtATime() {
    for (int row = 0; row < 3; row++) {
      database.update(
          "insert into refusals values (gen_random_uuid(), 'LISTING', 'x', 'fsbo', 'u', 's',"
              + " '{}', '{}', now() - interval '2 hours')",
          _ -> {});
    }
    Instant anHourAgo = Instant.now().minus(AN_HOUR);

    assertThat(aged.forget(RetentionRule.REFUSALS, anHourAgo, 2)).isEqualTo(2);
    assertThat(aged.forget(RetentionRule.REFUSALS, anHourAgo, 2)).isEqualTo(1);
    assertThat(aged.ofRows())
        .allSatisfy(rule -> assertThat(aged.forget(rule, anHourAgo, 2)).isZero());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> aged.forget(RetentionRule.ENDED_LEADS, anHourAgo, 2));
  }
}
