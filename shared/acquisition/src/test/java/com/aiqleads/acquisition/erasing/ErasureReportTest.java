package com.aiqleads.acquisition.erasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.erasing.Erasures.Place;
import com.aiqleads.acquisition.erasing.Erasures.State;
import com.aiqleads.kernel.CorrelationId;
import com.aiqleads.kernel.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErasureReportTest {

  private static final Instant ASKED = Instant.parse("2026-11-22T10:00:00Z");
  private static final CorrelationId ID = new CorrelationId(Ids.derived("one"));
  private static final CorrelationId BEFORE = new CorrelationId(Ids.derived("before"));

  @Test
  void saysWhatWasFoundWhereInOneOrder() {
    State state =
        new State(
            Ids.derived("who"),
            ASKED,
            List.of(new Place("s3 pages", 2, 0), new Place("dynamodb page-states", 0, 0)),
            Optional.empty());

    assertThat(ErasureReport.of(ID, state, ASKED.plusSeconds(60)).lines())
        .containsExactly(
            "erasure " + ID.text(),
            "subject " + Ids.derived("who"),
            "asked 2026-11-22T10:00:00Z",
            "finished 2026-11-22T10:01:00Z",
            "place dynamodb page-states erased 0 left 0",
            "place s3 pages erased 2 left 0",
            "found yes");
  }

  @Test
  void provesAnEarlierOneByFindingNothing() {
    assertThat(report(new Place("s3 pages", 0, 0)))
        .contains("found no\nafter " + BEFORE.text() + "\n");
  }

  @Test
  void whatIsLeftIsFound() {
    assertThat(report(new Place("s3 pages", 0, 1))).contains("found yes\n");
  }

  private static String report(Place place) {
    State state = new State(Ids.derived("who"), ASKED, List.of(place), Optional.of(BEFORE));
    return ErasureReport.of(ID, state, ASKED);
  }
}
