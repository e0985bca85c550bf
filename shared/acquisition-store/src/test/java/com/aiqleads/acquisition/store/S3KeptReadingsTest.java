package com.aiqleads.acquisition.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.Source;
import com.aiqleads.acquisition.approving.Withholding;
import com.aiqleads.acquisition.replaying.KeptPage;
import com.aiqleads.acquisition.replaying.KeptReading;
import com.aiqleads.acquisition.replaying.KeptReadings;
import com.aiqleads.acquisition.replaying.Range;
import com.aiqleads.acquisition.replaying.ReadPage;
import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.PageId;
import com.aiqleads.lambda.Names;
import com.aiqleads.testkit.ObjectService;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.s3.S3Client;

class S3KeptReadingsTest {

  private static final Names NAMES = new Names("readings-test", "acquisition");
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

  @RegisterExtension static final ObjectService OBJECTS = new ObjectService();

  private final S3Client s3 = S3SnapshotsTest.client(OBJECTS);
  private final KeptReadings readings =
      new FetchingStore().keptReadings(s3, NAMES, ObjectMapper.getDefault());

  @BeforeAll
  static void fill() {
    S3Client s3 = S3SnapshotsTest.client(OBJECTS);
    s3.createBucket(request -> request.bucket(NAMES.bucket("pages")));
    KeptReadings all = new FetchingStore().keptReadings(s3, NAMES, ObjectMapper.getDefault());
    all.keep(reading("1", "miami-fl", NOON, "fsbo-9"));
    all.keep(reading("1", "miami-fl", NOON, "fsbo-9"));
    all.keep(reading("1", "miami-fl", NOON, "fsbo-10"));
    all.keep(reading("2", "miami-fl", MIDNIGHT.minusMillis(1), "fsbo-9"));
    all.keep(reading("3", "miami-fl", MIDNIGHT, "fsbo-9"));
    all.keep(reading("4", "austin-tx", NOON, "fsbo-9"));
    all.keep(reading("5", "austin-tx", NOON.plus(Duration.ofDays(9)), "fsbo-9"));
  }

  @Test
  void givesBackWhatEveryVersionRead() {
    ReadPage page = in("miami-fl", NOON, NOON.plusMillis(1), null).getFirst();

    assertThat(page.readings())
        .containsExactlyInAnyOrder(
            reading("1", "miami-fl", NOON, "fsbo-9"), reading("1", "miami-fl", NOON, "fsbo-10"));
  }

  @Test
  void findsTheRangeInAllMarkets() {
    assertThat(ids(in(null, NOON, MIDNIGHT, null))).isEqualTo("4 1 2");
    assertThat(ids(in(null, NOON, MIDNIGHT.plusMillis(1), null))).isEqualTo("4 1 2 3");
    assertThat(ids(in("miami-fl", NOON.plusMillis(1), MIDNIGHT.plusMillis(1), null)))
        .isEqualTo("2 3");
    assertThat(ids(in("nowhere", NOON, MIDNIGHT, null))).isEmpty();
  }

  @Test
  void goesOnBehindAPage() {
    List<ReadPage> all = in(null, NOON, MIDNIGHT.plusMillis(1), null);

    assertThat(ids(in(null, NOON, MIDNIGHT.plusMillis(1), all.get(0).place()))).isEqualTo("1 2 3");
    assertThat(ids(in(null, NOON, MIDNIGHT.plusMillis(1), all.get(2).place()))).isEqualTo("3");
    assertThat(ids(in(null, NOON, MIDNIGHT.plusMillis(1), all.get(3).place()))).isEmpty();
  }

  private List<ReadPage> in(
      @Nullable String market, Instant from, Instant to, @Nullable String after) {
    return readings.in(new Range(Source.FSBO, market, from, to), after).toList();
  }

  private static String ids(List<ReadPage> pages) {
    return pages.stream()
        .map(page -> page.readings().getFirst().fields().get("id"))
        .collect(Collectors.joining(" "));
  }

  private static KeptReading reading(String id, String market, Instant at, String version) {
    return new KeptReading(
        new KeptPage(
            new PageId(Ids.derived("page", id)),
            "fsbo",
            market,
            "https://fsbo.com/" + id,
            "fsbo/" + id,
            at,
            Withholding.of(List.of("photos"))),
        version,
        new TreeMap<>(Map.of("id", id, "by", version, "name", "Muñoz")));
  }
}
