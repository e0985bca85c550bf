package com.aiqleads.infra;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpoint;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.InterfaceVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SecurityGroupImportOptions;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/// Where functions with a database or an index run, who may speak to whom there, and the ways to
/// AWS's services that leave it.
final class Network {

  static final SubnetSelection INSIDE =
      SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
  static final SubnetSelection EGRESS =
      SubnetSelection.builder().subnetType(SubnetType.PRIVATE_WITH_EGRESS).build();

  /// What functions without a way out reach; tables and objects have endpoints of another kind.
  private static final Map<String, InterfaceVpcEndpointAwsService> SERVICES =
      Map.of(
          "Email", InterfaceVpcEndpointAwsService.EMAIL,
          "Kms", InterfaceVpcEndpointAwsService.KMS,
          "SecretsManager", InterfaceVpcEndpointAwsService.SECRETS_MANAGER,
          "Sqs", InterfaceVpcEndpointAwsService.SQS);

  private static final int ZONES = 2;
  private static final int POSTGRES_PORT = 5432;
  private static final int HTTPS_PORT = 443;

  private final Construct scope;
  private final Vpc vpc;
  private final SecurityGroup functions;
  private final SecurityGroup database;
  private final ISecurityGroup databaseLent;
  private final SecurityGroup search;
  private final GatewayVpcEndpoint objects;

  /// Part of the stack of that scope.
  Network(Construct scope, Stage stage) {
    this.scope = scope;
    this.vpc = network(scope, stage);
    this.functions = group("Functions", "Functions that use the database or the search index");
    this.database = group("Database", "The database and its proxy");
    this.search = group("Search", "The search index");
    letIn();
    this.objects = endpoints();
    this.databaseLent = lent(database);
  }

  Vpc vpc() {
    return vpc;
  }

  SecurityGroup functions() {
    return functions;
  }

  ISecurityGroup database() {
    return databaseLent;
  }

  SecurityGroup search() {
    return search;
  }

  /// The way from inside the network to S3, by which documents of the issuer are read too.
  GatewayVpcEndpoint objects() {
    return objects;
  }

  /// The rules are all in this stack, see [#letIn].
  private ISecurityGroup lent(SecurityGroup group) {
    return SecurityGroup.fromSecurityGroupId(
        scope,
        group.getNode().getId() + "Lent",
        group.getSecurityGroupId(),
        SecurityGroupImportOptions.builder().mutable(false).build());
  }

  private static Vpc network(Construct scope, Stage stage) {
    return Vpc.Builder.create(scope, "Network")
        .vpcName(stage.resource("network"))
        .ipAddresses(IpAddresses.cidr("10.20.0.0/16"))
        .maxAzs(ZONES)
        .natGateways(stage.natGateways())
        .subnetConfiguration(
            List.of(
                subnets("public", SubnetType.PUBLIC),
                subnets("egress", SubnetType.PRIVATE_WITH_EGRESS),
                subnets("inside", SubnetType.PRIVATE_ISOLATED)))
        .flowLogs(
            Map.of(
                "Refused",
                FlowLogOptions.builder()
                    .trafficType(FlowLogTrafficType.REJECT)
                    .destination(
                        FlowLogDestination.toCloudWatchLogs(
                            LogGroups.make(
                                scope, "FlowLog", "/aiqleads/" + stage.name() + "/network")))
                    .build()))
        .build();
  }

  private static SubnetConfiguration subnets(String name, SubnetType type) {
    return SubnetConfiguration.builder()
        .name(name)
        .subnetType(type)
        .cidrMask(type == SubnetType.PUBLIC ? 24 : 20)
        .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? false : null)
        .build();
  }

  private SecurityGroup group(String id, String description) {
    return SecurityGroup.Builder.create(scope, id)
        .vpc(vpc)
        .description(description)
        .allowAllOutbound(true)
        .build();
  }

  private void letIn() {
    database.addIngressRule(functions, Port.tcp(POSTGRES_PORT), "Functions to the proxy");
    database.addIngressRule(database, Port.tcp(POSTGRES_PORT), "The proxy and the rotation");
    search.addIngressRule(functions, Port.tcp(HTTPS_PORT), "Functions to the index");
  }

  private GatewayVpcEndpoint endpoints() {
    vpc.addGatewayEndpoint(
        "Tables",
        GatewayVpcEndpointOptions.builder().service(GatewayVpcEndpointAwsService.DYNAMODB).build());
    SecurityGroup group = group("Endpoints", "Endpoints of AWS services");
    new TreeMap<>(SERVICES)
        .forEach(
            (name, service) ->
                vpc.addInterfaceEndpoint(
                    name,
                    InterfaceVpcEndpointOptions.builder()
                        .service(service)
                        .subnets(INSIDE)
                        .securityGroups(List.of(group))
                        .open(false)
                        .build()));
    group.addIngressRule(functions, Port.tcp(HTTPS_PORT), "Functions to AWS");
    group.addIngressRule(database, Port.tcp(HTTPS_PORT), "The rotation to AWS");
    return vpc.addGatewayEndpoint(
        "Objects",
        GatewayVpcEndpointOptions.builder().service(GatewayVpcEndpointAwsService.S3).build());
  }
}
