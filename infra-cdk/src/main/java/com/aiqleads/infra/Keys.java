package com.aiqleads.infra;

import com.aiqleads.manifest.ContextManifest;
import com.aiqleads.manifest.Resource;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.kms.KeySpec;
import software.amazon.awscdk.services.kms.KeyUsage;
import software.constructs.Construct;

/// The keys of contexts, by KMS's own words.
final class Keys {

  private Keys() {}

  static Key make(Construct scope, Stage stage, Resource name, ContextManifest.Key key) {
    boolean signs = key.usage().equals("SIGN_VERIFY");
    return Key.Builder.create(scope, "Key" + LogicalName.of(name.name()))
        .alias(stage.names().keyAlias(name))
        .description("The key " + name + ".")
        .keySpec(KeySpec.valueOf(key.type()))
        .keyUsage(KeyUsage.valueOf(key.usage()))
        // KMS rotates no key pairs: a new one is published before it signs.
        .enableKeyRotation(!signs)
        .removalPolicy(stage.removal())
        .build();
  }
}
