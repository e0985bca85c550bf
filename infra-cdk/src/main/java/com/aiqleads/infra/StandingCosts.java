package com.aiqleads.infra;

import com.aiqleads.manifest.Repository;
import java.util.List;

/// A month of what is there whether leads come or not.
record StandingCosts(Repository repository, Stage stage, Numbers prices, Numbers measured) {

  /// Of a month.
  static final double HOURS = 730;

  /// A proxy of a serverless cluster is billed for eight units at least.
  private static final double MIN_PROXY_ACU = 8;

  private static final int ZONES = 2;

  // Counted here and not asked of the stacks, which would have to start Node; a test compares.
  static final int INTERFACE_ENDPOINTS = 4;
  static final int FIREWALL_RULES = 5;
  private static final int DASHBOARDS_BESIDE_CONTEXTS = 1;
  private static final int ALARMS_OF_STORES_AND_API = 11;
  private static final int ALARMS_OF_A_QUEUE = 4;
  private static final int ALARMS_OF_A_FUNCTION = 3;
  private static final int ALARMS_OF_A_DEPLOYMENT = 1;
  private static final int SHARED_KEYS = 2;
  private static final int DATABASE_ADMINISTRATOR = 1;
  private static final int EDGE_SECRETS = 2;

  List<CostModel.Line> lines() {
    Stage.Search search = stage.search();
    double nodes = search.nodes() + (double) search.masters();
    return List.of(
        new CostModel.Line("Aurora, least capacity in two zones", aurora()),
        new CostModel.Line("RDS Proxy", MIN_PROXY_ACU * HOURS * prices.get("proxy.acu-hour")),
        new CostModel.Line(
            "OpenSearch, " + (int) nodes + " nodes",
            nodes * HOURS * prices.get("search." + search.instance() + ".hour")
                + search.nodes() * search.gigabytes() * prices.get("search.gb-month")),
        new CostModel.Line("NAT", stage.natGateways() * HOURS * prices.get("nat.hour")),
        new CostModel.Line(
            "Endpoints", INTERFACE_ENDPOINTS * ZONES * HOURS * prices.get("endpoint.hour")),
        new CostModel.Line("Alarms", alarms() * prices.get("alarm.month")),
        new CostModel.Line("Dashboards", dashboards() * prices.get("dashboard.month")),
        new CostModel.Line("Metrics", measured.get("metrics") * prices.get("metric.month")),
        new CostModel.Line("Secrets and keys", secretsAndKeys()),
        new CostModel.Line(
            "Firewall", prices.get("waf.month") + FIREWALL_RULES * prices.get("waf.rule.month")));
  }

  private double aurora() {
    return ZONES * stage.database().min() * HOURS * prices.get("aurora.acu-hour");
  }

  int dashboards() {
    return DASHBOARDS_BESIDE_CONTEXTS + repository.contexts().size();
  }

  int alarms() {
    return ALARMS_OF_STORES_AND_API
        + repository.functions().stream()
            .mapToInt(it -> it.hasQueue() ? ALARMS_OF_A_QUEUE : ALARMS_OF_A_FUNCTION)
            .sum()
        + repository.functions().stream()
            .mapToInt(it -> it.routes().isEmpty() ? 0 : ALARMS_OF_A_DEPLOYMENT)
            .sum();
  }

  int secrets() {
    return DATABASE_ADMINISTRATOR
        + EDGE_SECRETS
        + repository.contexts().stream()
            .mapToInt(it -> it.secrets().size() + (it.database() == null ? 0 : 1))
            .sum();
  }

  int keys() {
    return SHARED_KEYS + repository.contexts().stream().mapToInt(it -> it.keys().size()).sum();
  }

  private double secretsAndKeys() {
    return secrets() * prices.get("secret.month") + keys() * prices.get("key.month");
  }
}
