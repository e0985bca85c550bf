package com.aiqleads.local.host.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

class FunctionMetricsTest {

  /// The face of the beans that functions register.
  public interface Bean {
    String getPrometheus();
  }

  @Test
  void asksEveryEnvironment() throws Exception {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("com.aiqleads:type=Metrics,function=sample,environment=1");
    Bean bean = () -> "# TYPE leads counter\nleads 1\n";
    beans.registerMBean(new StandardMBean(bean, Bean.class), name);
    try {
      assertThat(FunctionMetrics.text()).contains("# TYPE leads counter\nleads 1\n");
    } finally {
      beans.unregisterMBean(name);
    }
  }

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
