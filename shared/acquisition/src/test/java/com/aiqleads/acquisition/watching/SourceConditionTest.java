package com.aiqleads.acquisition.watching;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.acquisition.fetching.Breaker;
import com.aiqleads.acquisition.fetching.SiteState;
import com.aiqleads.acquisition.fetching.Throttling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceConditionTest {

  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  @Test
  void asLongAsAllIsWellNothingIsSaid() {
    assertThat(condition(site(Breaker.closed(), null)).changes(List.of(), NOW)).isEmpty();
    assertThat(new SourceCondition("zillow", Optional.empty(), Map.of()).changes(List.of(), NOW))
        .isEmpty();
  }

  @Test
  void ringsOnceForADriftAndOnceForItsEnd() {
    Quarantine quarantine =
        new Quarantine(NOW, "zillow-1", List.of("price: none"), List.of("price: $.cost"));
    SourceCondition drifted =
        new SourceCondition(
            "zillow",
            Optional.empty(),
            Map.of(new Scope("zillow", "miami-fl", Scope.Kind.LISTING), quarantine));

    List<Alarm> began = drifted.changes(List.of(), NOW);
    List<Alarm> again = drifted.changes(began, NOW.plusSeconds(60));
    List<Alarm> ended =
        new SourceCondition("zillow", Optional.empty(), Map.of())
            .changes(began, NOW.plusSeconds(120));

    assertThat(began)
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.name()).isEqualTo("acquisition-zillow-drift");
              assertThat(alarm.isRinging()).isTrue();
              assertThat(alarm.reason())
                  .isEqualTo("zillow/LISTING/miami-fl: price: none. Probably now at price: $.cost");
            });
    assertThat(again).isEmpty();
    assertThat(ended)
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.isRinging()).isFalse();
              assertThat(alarm.reason()).isEqualTo("as usual again");
            });
  }

  @Test
  void ringsAgainForAQuarantineThatLastsLongerThanADay() {
    Scope scope = new Scope("zillow", "miami-fl", Scope.Kind.LISTING);
    SourceCondition drifted =
        new SourceCondition(
            "zillow",
            Optional.empty(),
            Map.of(scope, new Quarantine(NOW, "zillow-1", List.of("price: none"), List.of())));
    List<Alarm> known = drifted.changes(List.of(), NOW);

    assertThat(drifted.changes(known, NOW.plus(Duration.ofDays(1)))).isEmpty();
    assertThat(drifted.changes(known, NOW.plus(Duration.ofDays(1)).plusMillis(1)))
        .singleElement()
        .satisfies(
            alarm -> {
              assertThat(alarm.name()).isEqualTo("acquisition-zillow-quarantine");
              assertThat(alarm.reason())
                  .isEqualTo("zillow/LISTING/miami-fl since 2026-11-22T10:00:00Z");
            });
  }

  @Test
  void ringsForASiteThatIsGivenUpUntilATrialHasShownThatAllIsWell() {
    Breaker open = new Breaker.Open(Breaker.Cause.DENIED, NOW.plusSeconds(900), 1);
    Breaker probing = new Breaker.Probing(Breaker.Cause.DENIED, 1, "", NOW);

    assertThat(names(site(open, null))).containsExactly("acquisition-zillow-breaker");
    assertThat(names(site(probing, null))).containsExactly("acquisition-zillow-breaker");
  }

  @Test
  void ringsForASiteThatOnlyAsksForPausesBeforeItIsGivenUp() {
    Instant five = NOW.minus(Duration.ofMinutes(5));
    Breaker open = new Breaker.Open(Breaker.Cause.THROTTLED, NOW.plusSeconds(900), 1);

    assertThat(names(site(Breaker.closed(), five))).isEmpty();
    assertThat(names(site(Breaker.closed(), five.minusMillis(1))))
        .containsExactly("acquisition-zillow-limiter");
    assertThat(names(site(open, null))).containsExactly("acquisition-zillow-limiter");
  }

  private static List<String> names(SiteState site) {
    return condition(site).changes(List.of(), NOW).stream().map(Alarm::name).toList();
  }

  private static SourceCondition condition(SiteState site) {
    return new SourceCondition("zillow", Optional.of(site), Map.of());
  }

  private static SiteState site(Breaker breaker, @Nullable Instant onlySince) {
    SiteState unknown = SiteState.UNKNOWN;
    return new SiteState(
        unknown.freeAt(),
        unknown.freedBy(),
        unknown.delay(),
        null,
        Map.of(),
        new Throttling(1, onlySince, NOW),
        breaker,
        unknown.fill(),
        unknown.coolOff());
  }
}
