package com.aiqleads.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.wafv2.CfnLoggingConfiguration;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/// What CloudFront refuses before it reaches us: known attacks, and too many requests of one
/// address.
final class Firewall {

  /// From one address in five minutes: above what the quota of a team lets through in that time.
  static final int MAX_REQUESTS = 20_000;

  /// Smaller than what the API itself takes and refuses with a reason.
  private static final List<String> ONLY_COUNTED =
      List.of("SizeRestrictions_BODY", "SizeRestrictions_QUERYSTRING", "SizeRestrictions_URIPATH");

  private static final String COMMON = "AWSManagedRulesCommonRuleSet";

  private static final List<String> MANAGED_RULES =
      List.of(
          "AWSManagedRulesAmazonIpReputationList",
          COMMON,
          "AWSManagedRulesKnownBadInputsRuleSet",
          "AWSManagedRulesSQLiRuleSet");

  private Firewall() {}

  static CfnWebACL make(Construct scope, Stage stage) {
    List<CfnWebACL.RuleProperty> rules = new ArrayList<>();
    rules.add(rate(stage));
    MANAGED_RULES.forEach(name -> rules.add(managed(name, rules.size())));
    CfnWebACL firewall =
        CfnWebACL.Builder.create(scope, "Firewall")
            .name(stage.resource("edge"))
            .description("Known attacks, and too many requests of one address.")
            .scope("CLOUDFRONT")
            .defaultAction(
                CfnWebACL.DefaultActionProperty.builder()
                    .allow(CfnWebACL.AllowActionProperty.builder().build())
                    .build())
            .rules(rules)
            .visibilityConfig(visible("edge"))
            .build();
    LogGroup log = LogGroups.make(scope, "FirewallLog", "aws-waf-logs-" + stage.resource("edge"));
    CfnLoggingConfiguration.Builder.create(scope, "FirewallLogging")
        .resourceArn(firewall.getAttrArn())
        .logDestinationConfigs(
            List.of(stage.arn("logs", "log-group:aws-waf-logs-" + stage.resource("edge"))))
        .redactedFields(
            List.of(header("authorization"), header("cookie"), header(EdgeStack.HEADER)))
        .build()
        .getNode()
        .addDependency(log);
    return firewall;
  }

  private static CfnLoggingConfiguration.FieldToMatchProperty header(String name) {
    return CfnLoggingConfiguration.FieldToMatchProperty.builder()
        .singleHeader(Map.of("Name", name))
        .build();
  }

  /// The console calls the API through the edge like everybody else, but for many people and from
  /// few addresses of Lambda: it shows what only the edge and functions know, and is not counted.
  private static CfnWebACL.RuleProperty rate(Stage stage) {
    return CfnWebACL.RuleProperty.builder()
        .name("rate")
        .priority(0)
        .action(
            CfnWebACL.RuleActionProperty.builder()
                .block(CfnWebACL.BlockActionProperty.builder().build())
                .build())
        .statement(
            CfnWebACL.StatementProperty.builder()
                .rateBasedStatement(
                    CfnWebACL.RateBasedStatementProperty.builder()
                        .aggregateKeyType("IP")
                        .limit(MAX_REQUESTS)
                        .scopeDownStatement(notOfTheConsole(stage))
                        .build())
                .build())
        .visibilityConfig(visible("rate"))
        .build();
  }

  private static CfnWebACL.StatementProperty notOfTheConsole(Stage stage) {
    CfnWebACL.StatementProperty shown =
        CfnWebACL.StatementProperty.builder()
            .byteMatchStatement(
                CfnWebACL.ByteMatchStatementProperty.builder()
                    .fieldToMatch(
                        CfnWebACL.FieldToMatchProperty.builder()
                            .singleHeader(Map.of("Name", EdgeStack.HEADER))
                            .build())
                    .positionalConstraint("EXACTLY")
                    .searchString(EdgeSecrets.value(stage))
                    .textTransformations(
                        List.of(
                            CfnWebACL.TextTransformationProperty.builder()
                                .priority(0)
                                .type("NONE")
                                .build()))
                    .build())
            .build();
    return CfnWebACL.StatementProperty.builder()
        .notStatement(CfnWebACL.NotStatementProperty.builder().statement(shown).build())
        .build();
  }

  private static CfnWebACL.RuleProperty managed(String name, int priority) {
    return CfnWebACL.RuleProperty.builder()
        .name(name)
        .priority(priority)
        .overrideAction(CfnWebACL.OverrideActionProperty.builder().none(Map.of()).build())
        .statement(
            CfnWebACL.StatementProperty.builder()
                .managedRuleGroupStatement(
                    CfnWebACL.ManagedRuleGroupStatementProperty.builder()
                        .vendorName("AWS")
                        .name(name)
                        .ruleActionOverrides(name.equals(COMMON) ? onlyCounted() : null)
                        .build())
                .build())
        .visibilityConfig(visible(name))
        .build();
  }

  private static List<CfnWebACL.RuleActionOverrideProperty> onlyCounted() {
    return ONLY_COUNTED.stream()
        .map(
            rule ->
                CfnWebACL.RuleActionOverrideProperty.builder()
                    .name(rule)
                    .actionToUse(
                        CfnWebACL.RuleActionProperty.builder()
                            .count(CfnWebACL.CountActionProperty.builder().build())
                            .build())
                    .build())
        .toList();
  }

  private static CfnWebACL.VisibilityConfigProperty visible(String name) {
    return CfnWebACL.VisibilityConfigProperty.builder()
        .cloudWatchMetricsEnabled(true)
        .metricName(name)
        .sampledRequestsEnabled(false)
        .build();
  }
}
