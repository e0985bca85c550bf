package com.aiqleads.infra;

import com.aiqleads.manifest.AwsNames;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.RemovalPolicy;

/// One stage in an account of its own, as cdk.json says.
///
/// @param keepData whether tables, buckets and the database outlive their stack
/// @param edgeSecret the generation of the secret by which functions know the edge
/// @param proposals what language models are asked for: nothing, if it is empty
record Stage(
    String name,
    String account,
    String domain,
    String hostedZone,
    String alarmMail,
    boolean keepData,
    int natGateways,
    Capacity database,
    Search search,
    Requests requests,
    int edgeSecret,
    String proposals) {

  /// CloudFront takes its certificates and its firewall from this region only; see
  /// docs/decisions/2026-11-21-seven-stacks.md.
  static final String REGION = "us-east-1";

  /// Aurora capacity units, and the connections that the server lets in.
  record Capacity(double min, double max, int connections) {}

  record Search(String instance, int nodes, int masters, int gigabytes) {}

  /// What the HTTP API lets through a second, and at once.
  record Requests(int rate, int burst) {}

  static Stage read(String name, Settings stages) {
    Settings stage = stages.part(name);
    Settings database = stage.part("database-capacity");
    Settings search = stage.part("search");
    Settings requests = stage.part("requests");
    return new Stage(
        name,
        stage.text("account"),
        stage.text("domain"),
        stage.text("hosted-zone"),
        stage.text("alarm-mail"),
        stage.flag("keep-data"),
        stage.whole("nat-gateways"),
        new Capacity(database.number("min"), database.number("max"), database.whole("connections")),
        new Search(
            search.text("instance"),
            search.whole("nodes"),
            search.whole("masters"),
            search.whole("gigabytes")),
        new Requests(requests.whole("rate"), requests.whole("burst")),
        stage.whole("edge-secret"),
        stage.text("proposals"));
  }

  AwsNames names() {
    return new AwsNames(name);
  }

  Environment environment() {
    return Environment.builder().account(account).region(REGION).build();
  }

  /// What a stack made that failed as a whole goes with it in any stage: or the next try would find
  /// every name taken.
  RemovalPolicy removal() {
    return keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
  }

  /// `aiqleads-prod-issuer`.
  String resource(String what) {
    return "aiqleads-" + name + "-" + what;
  }

  String issuerDomain() {
    return "issuer." + domain;
  }

  String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, REGION, account, resource);
  }
}
