package com.aiqleads.local.host.function;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/// The figures of functions in this process: each environment registers a bean with its text.
final class FunctionBeans {

  private static final String BEANS = "com.aiqleads:type=Metrics,*";
  private static final String ATTRIBUTE = "Prometheus";

  private FunctionBeans() {}

  static List<String> texts() {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    List<String> texts = new ArrayList<>();
    try {
      for (ObjectName name : beans.queryNames(new ObjectName(BEANS), null)) {
        texts.add(String.valueOf(beans.getAttribute(name, ATTRIBUTE)));
      }
    } catch (JMException e) {
      // An environment that ends just now takes its bean with it.
      texts.add("# not complete: " + e.getClass().getSimpleName() + "\n");
    }
    return texts;
  }
}
