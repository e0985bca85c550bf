package com.aiqleads.infra;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.wafv2.CfnWebACL;
import software.constructs.Construct;

/// What the world reaches: CloudFront with a firewall, which tells the API by a secret header that
/// a request came this way. Deployed last, so that functions know a new secret before it is sent.
final class EdgeStack extends Stack {

  /// As `EdgeSecret` of shared/lambda-http reads it; a test compares.
  static final String HEADER = "x-aiqleads-edge";

  static final String VIEWER_ADDRESS = "x-aiqleads-viewer-address";

  EdgeStack(Construct scope, Ground ground, Api api) {
    super(
        scope,
        "edge",
        StackProps.builder()
            .stackName(ground.stage().resource("edge"))
            .env(ground.stage().environment())
            .description("The edge: CloudFront and its firewall.")
            .build());
    Stage stage = ground.stage();
    CfnWebACL firewall = Firewall.make(this, stage);
    IHostedZone zone = IssuerStack.zone(this, stage);
    Distribution distribution =
        Distribution.Builder.create(this, "Distribution")
            .comment("AIQLeads, " + stage.name())
            .domainNames(List.of(stage.domain()))
            .certificate(
                Certificate.Builder.create(this, "Certificate")
                    .domainName(stage.domain())
                    .validation(CertificateValidation.fromDns(zone))
                    .build())
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .webAclId(firewall.getAttrArn())
            .defaultBehavior(behavior(stage, api, viewerAddress(stage)))
            .enableLogging(true)
            .logBucket(ground.foundation().accessLogs())
            .logFilePrefix("edge/")
            .build();
    Nag.accept(
        distribution, "AwsSolutions-CFR1", "Buyers may look at leads from wherever they are.");
    ARecord.Builder.create(this, "Address")
        .zone(zone)
        .recordName(stage.domain())
        .target(RecordTarget.fromAlias(new CloudFrontTarget(distribution)))
        .build();
  }

  private static BehaviorOptions behavior(Stage stage, Api api, Function viewerAddress) {
    return BehaviorOptions.builder()
        .origin(
            HttpOrigin.Builder.create(api.host())
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .readTimeout(Duration.seconds(30))
                .customHeaders(Map.of(HEADER, EdgeSecrets.value(stage)))
                .build())
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .allowedMethods(AllowedMethods.ALLOW_ALL)
        // Answers are made for one caller each.
        .cachePolicy(CachePolicy.CACHING_DISABLED)
        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
        .functionAssociations(
            List.of(
                FunctionAssociation.builder()
                    .eventType(FunctionEventType.VIEWER_REQUEST)
                    .function(viewerAddress)
                    .build()))
        .build();
  }

  /// The gateway sees the address of a server of CloudFront: functions are told that of the viewer,
  /// whatever the viewer says.
  private Function viewerAddress(Stage stage) {
    return Function.Builder.create(this, "ViewerAddress")
        .functionName(stage.resource("viewer-address"))
        .comment("Tells functions where a request comes from.")
        .runtime(FunctionRuntime.JS_2_0)
        .code(
            FunctionCode.fromInline(
                """
                function handler(event) {
                  event.request.headers['%s'] = { value: event.viewer.ip };
                  return event.request;
                }
                """
                    .formatted(VIEWER_ADDRESS)))
        .build();
  }
}
