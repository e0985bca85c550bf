package com.aiqleads.lambda;

import io.micrometer.core.instrument.MeterRegistry;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;

/// Offers the figures of this environment of the function to the process it runs in. A function may
/// have several environments at once: the first free number is this one's.
final class JmxMetrics implements MetricsOutput, AutoCloseable {

  private static final int MAX_ENVIRONMENTS = 1000;
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private final ObjectName name;

  private JmxMetrics(ObjectName name) {
    this.name = name;
  }

  static JmxMetrics register(MeterRegistry registry, FunctionIdentity function) {
    PrometheusText text = new PrometheusText(function);
    PrometheusMBean figures = () -> text.of(registry);
    return IntStream.rangeClosed(1, MAX_ENVIRONMENTS)
        .mapToObj(number -> name(function, number))
        .filter(name -> offered(figures, name))
        .findFirst()
        .map(JmxMetrics::new)
        .orElseThrow(() -> new IllegalStateException(function.id() + " has no free number"));
  }

  private static boolean offered(PrometheusMBean figures, ObjectName name) {
    try {
      SERVER.registerMBean(new StandardMBean(figures, PrometheusMBean.class), name);
      return true;
    } catch (InstanceAlreadyExistsException _) {
      return false;
    } catch (JMException e) {
      throw new IllegalStateException("cannot offer figures as " + name, e);
    }
  }

  private static ObjectName name(FunctionIdentity function, int environment) {
    try {
      return new ObjectName(
          "com.aiqleads:type=Metrics,function=" + function.id() + ",environment=" + environment);
    } catch (JMException e) {
      throw new IllegalStateException("not a name for a bean: " + function.id(), e);
    }
  }

  @Override
  public void flush() {
    // Read from outside whenever wanted.
  }

  @Override
  public void close() throws JMException {
    SERVER.unregisterMBean(name);
  }
}
