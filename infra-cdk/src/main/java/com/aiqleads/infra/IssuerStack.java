package com.aiqleads.infra;

import com.aiqleads.manifest.ContextManifest;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.iam.AnyPrincipal;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.s3.Bucket;
import software.constructs.Construct;

/// Who signs tokens, and the public documents by which anybody verifies them. Deployed and seeded
/// before anything that verifies: an authorizer whose issuer does not answer is refused.
final class IssuerStack extends Stack {

  private static final String DOCUMENTS = ".well-known/";

  IssuerStack(Construct scope, Ground ground) {
    super(
        scope,
        "issuer",
        StackProps.builder()
            .stackName(ground.stage().resource("issuer"))
            .env(ground.stage().environment())
            .description("The issuer of tokens: its key, and its public documents.")
            .build());
    Stage stage = ground.stage();
    ground.foundation().keys().put(SpecialFunctions.TOKENS_KEY, tokensKey(ground));
    distribute(ground, documents(ground));
    FunctionManifest rotateKeys =
        ground.repository().function(SpecialFunctions.ISSUER).orElseThrow();
    if (Placement.of(rotateKeys.uses()) == Placement.INSIDE) {
      throw new IllegalStateException(
          rotateKeys.id() + " must not use a store: it runs before there is any");
    }
    Alarms alarms = new Alarms(this, stage, ground.foundation().alarms());
    FunctionFromManifest made =
        new FunctionFromManifest(
            this,
            ground,
            Destinations.none(),
            rotateKeys,
            alarms,
            new Deployments(this, stage, "issuer"));
    StackDashboard.make(this, stage, "issuer", List.of(made), alarms);
  }

  /// Where functions without a way out read the keys.
  static String keysUrl(Stage stage) {
    return "https://%s.s3.%s.amazonaws.com/%sjwks.json"
        .formatted(stage.names().bucket(SpecialFunctions.ISSUER_BUCKET), Stage.REGION, DOCUMENTS);
  }

  private Key tokensKey(Ground ground) {
    Resource name = SpecialFunctions.TOKENS_KEY;
    ContextManifest.Key key =
        ground
            .repository()
            .context(name.context())
            .flatMap(context -> Optional.ofNullable(context.keys().get(name.name())))
            .orElseThrow(() -> new IllegalStateException("no context.yaml has the key " + name));
    return Keys.make(this, ground.stage(), name, key);
  }

  private Bucket documents(Ground ground) {
    Bucket bucket =
        Buckets.makeReadable(
            this,
            "Documents",
            ground.stage().names().bucket(SpecialFunctions.ISSUER_BUCKET),
            ground);
    // From inside the network only, by its endpoint, and nothing but what is public anyway.
    bucket.addToResourcePolicy(
        PolicyStatement.Builder.create()
            .sid("FunctionsReadKeys")
            .effect(Effect.ALLOW)
            .principals(List.of(new AnyPrincipal()))
            .actions(List.of("s3:GetObject"))
            .resources(List.of(bucket.arnForObjects(DOCUMENTS + "*")))
            .conditions(
                Map.of(
                    "StringEquals",
                    Map.of(
                        "aws:SourceVpce",
                        ground.foundation().network().objects().getVpcEndpointId())))
            .build());
    return bucket;
  }

  private void distribute(Ground ground, Bucket documents) {
    Stage stage = ground.stage();
    IHostedZone zone = zone(this, stage);
    Distribution distribution =
        Distribution.Builder.create(this, "Distribution")
            .comment("Documents of the issuer, " + stage.name())
            .domainNames(List.of(stage.issuerDomain()))
            .certificate(
                Certificate.Builder.create(this, "Certificate")
                    .domainName(stage.issuerDomain())
                    .validation(CertificateValidation.fromDns(zone))
                    .build())
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            .defaultBehavior(
                BehaviorOptions.builder()
                    .origin(S3BucketOrigin.withOriginAccessControl(documents))
                    .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                    .responseHeadersPolicy(ResponseHeadersPolicy.SECURITY_HEADERS)
                    .build())
            .enableLogging(true)
            .logBucket(ground.foundation().accessLogs())
            .logFilePrefix("issuer/")
            .build();
    Nag.accept(distribution, "AwsSolutions-CFR1", "Whoever gets a token may verify it.");
    Nag.accept(
        distribution,
        "AwsSolutions-CFR2",
        "Two public documents from a cache: there is nothing behind it to protect.");
    ARecord.Builder.create(this, "Address")
        .zone(zone)
        .recordName(stage.issuerDomain())
        .target(RecordTarget.fromAlias(new CloudFrontTarget(distribution)))
        .build();
  }

  static IHostedZone zone(Construct scope, Stage stage) {
    return HostedZone.fromHostedZoneAttributes(
        scope,
        "Zone",
        HostedZoneAttributes.builder()
            .hostedZoneId(stage.hostedZone())
            .zoneName(stage.domain())
            .build());
  }
}
