package com.aiqleads.infra;

import com.aiqleads.manifest.Resource;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awscdk.SecretValue;

/// The secret that CloudFront sends and functions ask for. A new generation is accepted before it
/// is sent, and the one before it for as long as it may still be sent.
final class EdgeSecrets {

  private EdgeSecrets() {}

  /// The one that is sent now, then the one before.
  static List<Resource> of(Stage stage) {
    return List.of(generation(stage.edgeSecret()), generation(stage.edgeSecret() - 1));
  }

  static String variable(Stage stage) {
    return of(stage).stream().map(Resource::text).collect(Collectors.joining(","));
  }

  /// What the edge sends now, by a reference that CloudFormation resolves.
  static String value(Stage stage) {
    return SecretValue.secretsManager(stage.names().secret(of(stage).getFirst())).unsafeUnwrap();
  }

  private static Resource generation(int number) {
    return new Resource("platform", "edge-secret-" + number);
  }
}
