package com.aiqleads.local.host;

import com.aiqleads.local.services.LocalServices;
import com.aiqleads.manifest.Surroundings;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What every function is told about the local stage.
final class Surrounding {

  private Surrounding() {}

  /// @param bucketTriggers whether any bucket triggers a function: then objects go through the
  ///     endpoint, which sees them
  static Surroundings of(
      Doors doors,
      LocalServices services,
      URI sandbox,
      Path log,
      Path mail,
      boolean bucketTriggers) {
    Map<String, String> more = new HashMap<>();
    more.put("AWS_ENDPOINT_URL", doors.aws().address());
    more.put("AWS_ENDPOINT_URL_SQS", services.queues().toString());
    more.put("AWS_ENDPOINT_URL_DYNAMODB", services.dynamodb().toString());
    more.put(
        "AWS_ENDPOINT_URL_S3",
        bucketTriggers ? doors.aws().address() : services.objects().toString());
    more.put("AWS_ACCESS_KEY_ID", "local");
    more.put("AWS_SECRET_ACCESS_KEY", "local");
    more.put("AIQLEADS_LOG_FILE", log.toString());
    more.put("AIQLEADS_MAIL_FOLDER", mail.toString());
    more.put("AIQLEADS_METRICS", "jmx");
    more.put("AIQLEADS_ADMIN_URL", doors.admin().address());
    more.put("AIQLEADS_SANDBOX_URL", sandbox.toString());
    more.put("AIQLEADS_PAGERDUTY_URL", sandbox + "/alerts/pagerduty");
    more.put("AIQLEADS_STRIPE_URL", sandbox + "/stripe");
    more.put("AIQLEADS_DELETION_PLATFORM_URL", sandbox + "/drop");
    // A laptop that does everything at once may take its time.
    more.put("AIQLEADS_PROVIDER_PATIENCE", "9s");
    more.put("AIQLEADS_QUOTAS", System.getProperty(LocalOptions.QUOTAS, "1"));
    String api = doors.gateway().address();
    return new Surroundings(
        Deployment.STAGE, "us-east-1", api, api, services.search().toString(), more);
  }
}
