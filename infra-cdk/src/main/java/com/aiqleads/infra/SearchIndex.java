package com.aiqleads.infra;

import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.FunctionManifest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.ec2.ISubnet;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.ResourcePolicy;
import software.amazon.awscdk.services.opensearchservice.CfnDomain;
import software.constructs.Construct;

/// OpenSearch in two zones, inside the network, each caller with the rights of its role. Made of
/// the plain resource: the richer construct brings functions of its own for policies and logs.
final class SearchIndex extends Construct {

  /// As embedded on a laptop; a test compares.
  static final String VERSION = "3.5";

  private static final int ZONES = 2;
  private static final List<String> LOGS =
      List.of("AUDIT_LOGS", "ES_APPLICATION_LOGS", "INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS");

  private final Ground ground;
  private final Stage stage;
  private final ResourcePolicy logAccess;
  private final CfnDomain domain;

  SearchIndex(Construct scope, Ground ground, Alarms alarms) {
    super(scope, "Search");
    this.ground = ground;
    this.stage = ground.stage();
    LogGroup log = LogGroups.make(this, "Log", "/aws/opensearch/" + stage.resource("search"));
    this.logAccess = logAccess(log);
    this.domain = domain(log);
    roles();
    new SearchAlarms(alarms, stage).watch();
  }

  String url() {
    return "https://" + domain.getAttrDomainEndpoint();
  }

  private CfnDomain domain(LogGroup log) {
    CfnDomain made =
        CfnDomain.Builder.create(this, "Domain")
            .domainName(stage.resource("search"))
            .engineVersion("OpenSearch_" + VERSION)
            .clusterConfig(nodes())
            .ebsOptions(
                CfnDomain.EBSOptionsProperty.builder()
                    .ebsEnabled(true)
                    .volumeType("gp3")
                    .volumeSize(stage.search().gigabytes())
                    .build())
            .vpcOptions(
                CfnDomain.VPCOptionsProperty.builder()
                    .subnetIds(
                        ground.foundation().network().vpc().getIsolatedSubnets().stream()
                            .map(ISubnet::getSubnetId)
                            .limit(ZONES)
                            .toList())
                    .securityGroupIds(
                        List.of(ground.foundation().network().search().getSecurityGroupId()))
                    .build())
            .encryptionAtRestOptions(
                CfnDomain.EncryptionAtRestOptionsProperty.builder()
                    .enabled(true)
                    .kmsKeyId(ground.foundation().keys().dataKey().getKeyId())
                    .build())
            .nodeToNodeEncryptionOptions(
                CfnDomain.NodeToNodeEncryptionOptionsProperty.builder().enabled(true).build())
            .domainEndpointOptions(
                CfnDomain.DomainEndpointOptionsProperty.builder()
                    .enforceHttps(true)
                    .tlsSecurityPolicy("Policy-Min-TLS-1-2-PFS-2023-10")
                    .build())
            .advancedSecurityOptions(
                CfnDomain.AdvancedSecurityOptionsInputProperty.builder()
                    .enabled(true)
                    .internalUserDatabaseEnabled(false)
                    .masterUserOptions(
                        CfnDomain.MasterUserOptionsProperty.builder()
                            .masterUserArn(administrator().getRoleArn())
                            .build())
                    .build())
            .accessPolicies(callers())
            .logPublishingOptions(logs(log))
            .build();
    // It is refused while it may not write its logs.
    made.getNode().addDependency(logAccess);
    made.applyRemovalPolicy(stage.removal());
    if (stage.search().masters() == 0) {
      Nag.accept(made, "AwsSolutions-OS4", "This stage may be without search for some minutes.");
    }
    Nag.accept(
        made,
        "AwsSolutions-OS3",
        "The domain has no public address; its security group lets functions in and nobody else.");
    return made;
  }

  private CfnDomain.ClusterConfigProperty nodes() {
    Stage.Search search = stage.search();
    CfnDomain.ClusterConfigProperty.Builder nodes =
        CfnDomain.ClusterConfigProperty.builder()
            .instanceType(search.instance())
            .instanceCount(search.nodes())
            .zoneAwarenessEnabled(true)
            .zoneAwarenessConfig(
                CfnDomain.ZoneAwarenessConfigProperty.builder()
                    .availabilityZoneCount(ZONES)
                    .build());
    if (search.masters() > 0) {
      nodes
          .dedicatedMasterEnabled(true)
          .dedicatedMasterType(search.instance())
          .dedicatedMasterCount(search.masters());
    }
    return nodes.build();
  }

  /// Whoever of this account signs a request and is allowed it by a role of its own.
  private PolicyDocument callers() {
    return PolicyDocument.Builder.create()
        .statements(
            List.of(
                PolicyStatement.Builder.create()
                    .effect(Effect.ALLOW)
                    .principals(List.of(new AccountPrincipal(stage.account())))
                    .actions(List.of("es:ESHttp*"))
                    .resources(
                        List.of(stage.arn("es", "domain/" + stage.resource("search") + "/*")))
                    .build()))
        .build();
  }

  /// Gives the functions' roles their rights in the index, once; people take it on to do so.
  private Role administrator() {
    Role administrator =
        Role.Builder.create(this, "Administrator")
            .roleName(stage.resource("search-administrator"))
            .description("Maps the roles of functions to rights in the search index.")
            .assumedBy(new AccountPrincipal(stage.account()))
            .inlinePolicies(
                Map.of(
                    "security",
                    PolicyDocument.Builder.create()
                        .statements(
                            List.of(
                                PolicyStatement.Builder.create()
                                    .actions(List.of("es:ESHttpGet", "es:ESHttpPut"))
                                    .resources(
                                        List.of(
                                            stage.arn(
                                                "es",
                                                "domain/"
                                                    + stage.resource("search")
                                                    + "/_plugins/_security/*")))
                                    .build()))
                        .build()))
            .build();
    Nag.accept(
        administrator,
        "AwsSolutions-IAM5",
        "The paths of the security plugin, which are the resource that this role is for.");
    return administrator;
  }

  private ResourcePolicy logAccess(LogGroup log) {
    return ResourcePolicy.Builder.create(this, "LogAccess")
        .resourcePolicyName(stage.resource("search-logs"))
        .policyStatements(
            List.of(
                PolicyStatement.Builder.create()
                    .effect(Effect.ALLOW)
                    .principals(List.of(new ServicePrincipal("es.amazonaws.com")))
                    .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                    .resources(List.of(log.getLogGroupArn()))
                    .build()))
        .build();
  }

  private static Map<String, CfnDomain.LogPublishingOptionProperty> logs(LogGroup log) {
    return LOGS.stream()
        .collect(
            Collectors.toMap(
                kind -> kind,
                _ ->
                    CfnDomain.LogPublishingOptionProperty.builder()
                        .enabled(true)
                        .cloudWatchLogsLogGroupArn(log.getLogGroupArn())
                        .build()));
  }

  /// The bodies that docs/deploy.md sends: who may read the index, and who may write it.
  private void roles() {
    output("SearchReaders", "Backend roles that read", arns(Access.READ));
    output("SearchWriters", "Backend roles that write", arns(Access.WRITE));
    output("SearchUrl", "Where the index answers", url());
  }

  private void output(String id, String description, String value) {
    CfnOutput.Builder.create(this, id).description(description).value(value).build();
  }

  private String arns(Access access) {
    return ground.repository().functions().stream()
        .filter(function -> function.uses().search() == access)
        .map(this::roleArn)
        .map(arn -> "\"" + arn + "\"")
        .collect(Collectors.joining(",", "{\"backend_roles\":[", "]}"));
  }

  private String roleArn(FunctionManifest function) {
    return "arn:aws:iam::%s:role/%s"
        .formatted(stage.account(), stage.names().function(function.id()));
  }
}
