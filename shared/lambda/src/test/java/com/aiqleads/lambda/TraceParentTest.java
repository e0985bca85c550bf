package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

  @Test
  void isANewSpanOfTheSameTrace() {
    String child = TraceParent.childOf(PARENT).value();

    assertThat(child).startsWith(PARENT.substring(0, 36)).hasSize(55).isNotEqualTo(PARENT);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "00-xyz", "01-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"})
  void startsATraceWhereThereIsNone(@Nullable String parent) {
    assertThat(TraceParent.childOf(parent).value()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
  }

  @Test
  void refusesWhatIsNone() {
    assertThatThrownBy(() -> new TraceParent("x")).isInstanceOf(IllegalArgumentException.class);
  }
}
