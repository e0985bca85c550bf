package com.aiqleads.platform.raisealert;

import static com.aiqleads.platform.raisealert.AlarmFixtures.ERRORS;
import static com.aiqleads.platform.raisealert.AlarmFixtures.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.raisealert.Decision.Ignore;
import com.aiqleads.platform.raisealert.Decision.Reason;
import com.aiqleads.platform.raisealert.Decision.Remember;
import com.aiqleads.platform.raisealert.Decision.Tell;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {

  private static final Optional<Alert> UNKNOWN = Optional.empty();
  private static final Alert RINGING = new Alert(ERRORS, true, TEN, Set.of("slack"), true);
  private static final Alert SILENT = new Alert(ERRORS, false, TEN, Set.of("slack"), true);

  @Test
  void tellsOfAnAlarmThatBeginsToRing() {
    AlarmChange change = AlarmFixtures.rings(ERRORS, TEN);

    assertThat(Decision.of(change, UNKNOWN)).isEqualTo(new Tell(Alert.after(change)));
    assertThat(Decision.of(AlarmFixtures.rings(ERRORS, TEN.plusMillis(1)), Optional.of(SILENT)))
        .isEqualTo(new Tell(new Alert(ERRORS, true, TEN.plusMillis(1), Set.of(), true)));
  }

  @Test
  void tellsOfTheEndOfAnAlarmThatRang() {
    assertThat(Decision.of(AlarmFixtures.ends(ERRORS, TEN.plusMillis(1)), Optional.of(RINGING)))
        .isEqualTo(new Tell(new Alert(ERRORS, false, TEN.plusMillis(1), Set.of(), true)));
  }

  @Test
  void remembersAnEndWhoseBeginningMayStillCome() {
    AlarmChange end = AlarmFixtures.ends(ERRORS, TEN);
    Alert over = new Alert(ERRORS, false, TEN, Set.of(), false);

    assertThat(Decision.of(end, UNKNOWN)).isEqualTo(new Remember(over, Reason.NOT_RINGING));
    assertThat(Decision.of(AlarmFixtures.rings(ERRORS, TEN.minusMillis(1)), Optional.of(over)))
        .isEqualTo(new Ignore(Reason.OLDER));
    assertThat(Decision.of(end, Optional.of(over)))
        .isEqualTo(new Remember(over, Reason.SAME_STATE));
  }

  @Test
  void tellsNobodyTwice() {
    Instant later = TEN.plusMillis(1);

    assertThat(Decision.of(AlarmFixtures.rings(ERRORS, later), Optional.of(RINGING)))
        .isEqualTo(new Tell(new Alert(ERRORS, true, later, Set.of("slack"), true)));
    assertThat(Decision.of(AlarmFixtures.ends(ERRORS, later), Optional.of(SILENT)))
        .isEqualTo(
            new Remember(
                new Alert(ERRORS, false, later, Set.of("slack"), true), Reason.SAME_STATE));
  }

  @Test
  void tellsWhoeverCouldNotBeToldOfAnEnd() {
    assertThat(Decision.of(AlarmFixtures.ends(ERRORS, TEN), Optional.of(SILENT)))
        .isEqualTo(new Tell(SILENT));
  }

  @Test
  void remembersWhoWasToldWhenTheSameChangeComesAgain() {
    assertThat(Decision.of(AlarmFixtures.rings(ERRORS, TEN), Optional.of(RINGING)))
        .isEqualTo(new Tell(RINGING));
  }

  @Test
  void ignoresWhatIsOverAlready() {
    assertThat(Decision.of(AlarmFixtures.rings(ERRORS, TEN.minusMillis(1)), Optional.of(SILENT)))
        .isEqualTo(new Ignore(Reason.OLDER));
    assertThat(Decision.of(AlarmFixtures.ends(ERRORS, TEN.minusMillis(1)), Optional.of(RINGING)))
        .isEqualTo(new Ignore(Reason.OLDER));
  }

  @Test
  void takesAnAlarmThatCannotSayForNoChange() {
    AlarmChange change = AlarmFixtures.change(ERRORS, AlarmState.INSUFFICIENT_DATA, TEN);

    assertThat(Decision.of(change, Optional.of(RINGING))).isEqualTo(new Ignore(Reason.NO_STATE));
  }

  @ParameterizedTest
  @CsvSource({
    "aiqleads-prod-acquisition-score-lead-errors, CRITICAL",
    "aiqleads-prod-acquisition-score-lead-throttles, CRITICAL",
    "aiqleads-prod-acquisition-score-lead-dead-letters, CRITICAL",
    "aiqleads-prod-postgresql-down, CRITICAL",
    "aiqleads-prod-marketplace-search-leads-response-time, WARNING",
    "errors-of-something, WARNING"
  })
  void knowsHowBadItIsByTheNameOfTheAlarm(String alarm, Severity severity) {
    assertThat(Severity.of(alarm)).isEqualTo(severity);
  }
}
