package com.aiqleads.infra;

import java.util.List;
import software.amazon.awscdk.services.route53.IPublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.route53.PublicHostedZoneAttributes;
import software.amazon.awscdk.services.route53.TxtRecord;
import software.amazon.awscdk.services.ses.EmailIdentity;
import software.amazon.awscdk.services.ses.Identity;
import software.constructs.Construct;

/// Lets SES send letters from the stage's domain, and tells those who take them how to know ours.
final class MailIdentity extends Construct {

  private static final String POLICY = "v=DMARC1; p=quarantine; adkim=s; aspf=r";

  MailIdentity(Construct scope, Stage stage) {
    super(scope, "Mail");
    IPublicHostedZone zone =
        PublicHostedZone.fromPublicHostedZoneAttributes(
            this,
            "Zone",
            PublicHostedZoneAttributes.builder()
                .hostedZoneId(stage.hostedZone())
                .zoneName(stage.domain())
                .build());
    EmailIdentity.Builder.create(this, "Identity")
        .identity(Identity.publicHostedZone(zone))
        .mailFromDomain("mail." + stage.domain())
        .build();
    TxtRecord.Builder.create(this, "Policy")
        .zone(zone)
        .recordName("_dmarc." + stage.domain())
        .values(List.of(POLICY))
        .build();
  }

  /// What a role needs a right to, in order to send from the domain.
  static String arn(Stage stage) {
    return stage.arn("ses", "identity/" + stage.domain());
  }
}
