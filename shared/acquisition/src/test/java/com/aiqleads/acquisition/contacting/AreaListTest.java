package com.aiqleads.acquisition.contacting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.acquisition.contacting.AreaList.NoAreaList;
import com.aiqleads.kernel.Phone;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaListTest {

  private static final AreaCode MIAMI = new AreaCode("305");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final AreaList list = new AreaList(MIAMI, NOON);

  @Test
  void saysWhetherANumberStandsOnIt() throws NoAreaList {
    list.add("305,0000000");
    list.add("305,9582368");
    list.add("305,9999999");

    assertThat(list.scrub(new Phone("+13059582368"))).isEqualTo(new Scrub("national", true, NOON));
    assertThat(list.scrub(new Phone("+13059999999")).isListed()).isTrue();
    assertThat(list.scrub(new Phone("+13059582367")).isListed()).isFalse();
    assertThat(list.scrub(new Phone("+13059582369")).isListed()).isFalse();
  }

  @Test
  void saysNothingOfOtherAreas() {
    assertThatIllegalArgumentException().isThrownBy(() -> list.scrub(new Phone("+17869582368")));
    assertThatIllegalArgumentException().isThrownBy(() -> list.scrub(new Phone("+4930595823")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "3059582368", "305,958236", "305,95823680", "305,9582368,A", "<ac val='305'>"})
  void believesNoRowOfAnotherForm(String row) {
    assertThatThrownBy(() -> list.add(row)).hasMessage("a row is of another form");
  }

  @Test
  void believesNoRowOfAnotherArea() {
    assertThatThrownBy(() -> list.add("786,9582368"))
        .isInstanceOf(NoAreaList.class)
        .hasMessage("a row is of another area");
  }

  @Test
  void isNotWholeIfItIsEmptyOrHasLostMoreThanHalf() throws NoAreaList {
    assertThat(list.isWhole(Optional.empty())).isFalse();
    list.add("305,9582368");
    list.add("305,9582369");
    list.add("305,9582369");

    assertThat(list.size()).isEqualTo(2);
    assertThat(list.isWhole(Optional.empty())).isTrue();
    assertThat(list.isWhole(Optional.of(5))).isTrue();
    assertThat(list.isWhole(Optional.of(6))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"+13059582368,305", "+4930595823,", "+11059582368,", "+130595823681,"})
  void onlyNumbersOfNorthAmericaHaveAnArea(String phone, String area) {
    assertThat(AreaCode.of(new Phone(phone)).map(AreaCode::digits))
        .isEqualTo(Optional.ofNullable(area));
  }

  @Test
  void areasBeginWithTwoAtLeast() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AreaCode("105"));
  }
}
