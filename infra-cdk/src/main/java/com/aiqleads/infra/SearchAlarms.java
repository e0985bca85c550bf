package com.aiqleads.infra;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;

/// What people want to know of the search index before its users do.
record SearchAlarms(Alarms alarms, Stage stage) {

  private static final int GIGABYTE_MB = 1024;
  private static final double MAX_HEAP_PERCENT = 85;
  private static final double RED = 0;
  private static final int PERIODS = 3;

  void watch() {
    alarms.above(
        "search-down",
        metric("ClusterStatus.red", "Maximum"),
        RED,
        1,
        "A part of the index is gone.");
    alarms.below(
        "search-space",
        metric("FreeStorageSpace", "Minimum"),
        stage.search().gigabytes() * GIGABYTE_MB / 4.0,
        PERIODS,
        "Less than a quarter of the index's disk is free.");
    alarms.above(
        "search-memory",
        metric("JVMMemoryPressure", "Maximum"),
        MAX_HEAP_PERCENT,
        PERIODS,
        "The index runs out of memory.");
  }

  private Metric metric(String name, String statistic) {
    return Metric.Builder.create()
        .namespace("AWS/ES")
        .metricName(name)
        .dimensionsMap(Map.of("DomainName", stage.resource("search"), "ClientId", stage.account()))
        .statistic(statistic)
        .period(Duration.minutes(5))
        .build();
  }
}
