package com.aiqleads.local.host.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionMetricsTest {

  @Test
  void putsTheLinesOfOneFamilyTogether() {
    String first =
        """
        # HELP leads How many.
        # TYPE leads counter
        leads{function="a"} 1
        # TYPE pages counter
        pages{function="a"} 2
        """;
    String second =
        """
        # HELP leads How many.
        # TYPE leads counter
        leads{function="b"} 3
        """;

    assertThat(FunctionMetrics.merged(List.of(first, second)))
        .isEqualTo(
            """
            # HELP leads How many.
            # TYPE leads counter
            leads{function="a"} 1
            leads{function="b"} 3
            # TYPE pages counter
            pages{function="a"} 2
            """);
  }
}
