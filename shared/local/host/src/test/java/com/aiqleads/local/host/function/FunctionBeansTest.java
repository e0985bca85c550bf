package com.aiqleads.local.host.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;

class FunctionBeansTest {

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
      assertThat(FunctionBeans.texts()).contains("# TYPE leads counter\nleads 1\n");
    } finally {
      beans.unregisterMBean(name);
    }
  }
}
