package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.Source;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The same damaged pages in every build; the proof `fuzz-parsers` reads a million others.
class ParserFuzzTest {

  private static final long EXECUTIONS = 2_100;

  private final Set<ParserFuzz.Failure> hangs = ConcurrentHashMap.newKeySet();
  private final ParserFuzz fuzz = new ParserFuzz(hangs::add);

  static List<FuzzSubject> subjects() {
    return FuzzSeeds.all();
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void everyPageIsReadBeforeItIsDamaged(FuzzSubject subject) {
    assertThat(subject.faultsOf(subject.text())).isEmpty();
    assertThat(subject.parser().apply(subject.text())).isNotEmpty();
  }

  @Test
  void noDamageMakesAParserFailOrHangOrReadAnotherAdvertisement() throws InterruptedException {
    assertThat(fuzz.run(0, EXECUTIONS, 1)).isEmpty();
    assertThat(hangs).isEmpty();
  }

  @Test
  void aNumberMakesTheSamePageAgain() {
    List<String> first = pages();

    assertThat(pages()).isEqualTo(first);
    assertThat(Set.copyOf(first)).hasSizeGreaterThan(first.size() / 2);
  }

  @Test
  void tellsOfARecordThatThePageDoesNotName() {
    FuzzSubject subject = FuzzSeeds.all().getFirst();
    String renamed = subject.text().replace("546213", "546214");
    FuzzSubject anybody =
        FuzzSubject.of(
            "anybody",
            new Page(
                Source.FSBO,
                Pages.FSBO_URL.replace("546213", "546214"),
                renamed,
                Pages.FETCHED_AT));
    FuzzSubject strict =
        new FuzzSubject(
            "strict",
            Pages.FSBO_URL,
            renamed,
            subject.own(),
            anybody.parser(),
            (_, _) -> {
              throw new IllegalStateException("a crawl");
            });

    assertThat(anybody.faultsOf(renamed)).isEmpty();
    assertThatThrownBy(() -> strict.faultsOf(renamed)).hasMessage("a crawl");
    assertThat(strict.crawledBy((_, _) -> {}).faultsOf(renamed))
        .containsExactly("a record of 546214");
  }

  private List<String> pages() {
    return LongStream.range(0, 200).mapToObj(fuzz::damaged).toList();
  }
}
