package com.aiqleads.acquisition.store;

import static com.aiqleads.acquisition.lineage.LineageFixtures.NOON;
import static com.aiqleads.acquisition.lineage.LineageFixtures.aLineage;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.lineage.Lineage;
import com.aiqleads.acquisition.lineage.Lineages;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import io.micronaut.serde.ObjectMapper;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLineagesTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));

  private final Database database = new Database(postgres.dataSource());
  private final Lineages lineages =
      new PostgresLineages(
          database, new SealedParticulars(() -> CIPHER, ObjectMapper.getDefault()));

  @BeforeEach
  void clear() {
    postgres.clear();
  }

  @Test
  void keepsTheLastOfEachListing() {
    Lineage first = aLineage(NOON, Money.usd(500_000_00));
    Lineage second = aLineage(NOON.plusSeconds(1), null);

    assertThat(lineages.find(first.listing())).isEmpty();
    lineages.keep(List.of(first));
    lineages.keep(List.of(first));
    assertThat(lineages.find(first.listing())).hasValue(first);
    lineages.keep(List.of(second));

    assertThat(lineages.find(first.listing())).hasValue(second);
  }

  @Test
  void keepsNothingPersonalInTheClear() {
    lineages.keep(List.of(aLineage(NOON, null)));

    assertThat(
            database.query(
                "select lineage::text as row from lineage", _ -> {}, row -> row.getString("row")))
        .singleElement()
        .asString()
        .doesNotContain("33146", "userpostingid", "laundry");
  }

  @Test
  void reservesAnyListingForOneTransaction() {
    Lineage lineage = aLineage(NOON, null);

    boolean kept =
        database.inTransaction(
            () -> {
              lineages.reserve(Set.of(lineage.listing()));
              lineages.reserve(Set.of());
              lineages.keep(List.of(lineage));
              return true;
            });

    assertThat(kept).isTrue();
    assertThat(lineages.of(new LeadId(Ids.derived("lead", "none")))).isEmpty();
  }
}
