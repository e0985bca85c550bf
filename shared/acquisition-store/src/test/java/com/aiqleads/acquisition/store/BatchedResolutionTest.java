package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.corpus.LabelledCorpus;
import com.aiqleads.acquisition.resolution.Advertisement;
import com.aiqleads.acquisition.resolution.LeadResolution;
import com.aiqleads.lambda.FieldCipher;
import com.aiqleads.lambda.database.Database;
import com.aiqleads.testkit.PostgresService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is fetched together for a batch must say what would be said one by one.
class BatchedResolutionTest {

  @RegisterExtension
  static final PostgresService postgres = PostgresService.forContext("acquisition");

  private static final FieldCipher CIPHER = new FieldCipher(List.of(new byte[32]));
  private static final List<String> STATE =
      List.of(
          "select string_agg(url, ' ' order by url) from advertisements group by lead_id",
          "select string_agg(url, ' ' order by url) from advertisements group by person_id",
          "select version || ' ' || min(url) from leads join advertisements on lead_id = id"
              + " group by id",
          "select listing_id || ' ' || other_id || ' ' || joined || ' ' || bits || evidence::text"
              + " from edges",
          "select key::text from blocking_keys",
          "select string_agg(key::text, ' ' order by key) from person_keys group by person_id");

  private final Database database = new Database(postgres.dataSource());

  /// Few homes, so that those of a batch have much in common: the same home, street and seller.
  private final List<Advertisement> arriving = LabelledCorpus.of(11, 160, 60).advertisements();

  @BeforeEach
  void empty() {
    postgres.clear();
  }

  @Test
  void aBatchLeavesWhatItsAdvertisementsLeaveOneByOne() {
    resolve(1, arriving);
    List<String> oneByOne = state();
    postgres.clear();

    resolve(10, arriving);

    assertThat(state()).isEqualTo(oneByOne);
  }

  @Test
  void theSameAdvertisementTwiceInABatchIsOne() {
    List<Advertisement> doubled = new ArrayList<>();
    arriving.subList(0, 40).forEach(one -> doubled.addAll(List.of(one, one)));

    resolve(10, doubled);
    List<String> twice = state();
    postgres.clear();
    resolve(1, arriving.subList(0, 40));

    assertThat(twice).isEqualTo(state());
  }

  private void resolve(int together, List<Advertisement> all) {
    PostgresLeads leads =
        new PostgresLeads(
            database,
            new SealedContacts(() -> CIPHER, SealedContactsTest.JSON),
            new BlindKeys(() -> new byte[32]));
    LeadResolution resolution = new LeadResolution(leads, new Ticking());
    for (int from = 0; from < all.size(); from += together) {
      List<Advertisement> batch = all.subList(from, Math.min(all.size(), from + together));
      database.inTransaction(
          () -> {
            resolution.reserve(batch, Set.of(), Set.of());
            return batch.stream().map(resolution::resolve).toList();
          });
    }
  }

  private List<String> state() {
    return STATE.stream()
        .flatMap(sql -> database.query(sql, _ -> {}, row -> row.getString(1)).stream().sorted())
        .toList();
  }

  /// A millisecond later with each look, so that ids rise.
  private static final class Ticking implements InstantSource {

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    @Override
    public Instant instant() {
      now = now.plusMillis(1);
      return now;
    }
  }
}
