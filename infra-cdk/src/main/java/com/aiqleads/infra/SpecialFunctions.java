package com.aiqleads.infra;

import com.aiqleads.manifest.FunctionId;
import com.aiqleads.manifest.FunctionManifest;
import com.aiqleads.manifest.Resource;

/// The few functions whose work is the platform itself. What sets them apart no key of a manifest
/// says, so they are named here, and a test holds that they exist.
final class SpecialFunctions {

  /// Signs in as the administrator and as every context.
  static final FunctionId MIGRATION = new FunctionId("platform", "migrate-database");

  /// Sends what any context's outbox holds.
  static final FunctionId RELAY = new FunctionId("platform", "relay-events");

  /// Writes the issuer's documents, before anything that verifies a token is made.
  static final FunctionId ISSUER = new FunctionId("platform", "rotate-keys");

  /// Hears every alarm, and tells people.
  static final FunctionId ALERTS = new FunctionId("platform", "raise-alert");

  /// Whose cache is watched.
  static final FunctionId VALIDATION = new FunctionId("acquisition", "validate-lead");

  /// Where the issuer's documents are, and the key that they are about.
  static final Resource ISSUER_BUCKET = new Resource("platform", "issuer");

  static final Resource TOKENS_KEY = new Resource("platform", "tokens");

  private static final Resource RELAY_PASSWORD = new Resource("platform", "relay-password");

  private SpecialFunctions() {}

  static boolean isMigration(FunctionManifest function) {
    return function.id().equals(MIGRATION);
  }

  static boolean isRelay(FunctionManifest function) {
    return function.id().equals(RELAY);
  }

  static boolean isIssuer(FunctionManifest function) {
    return function.id().equals(ISSUER);
  }

  static boolean validates(FunctionManifest function) {
    return function.id().equals(VALIDATION);
  }

  static boolean hearsAlarms(FunctionManifest function) {
    return function.id().equals(ALERTS);
  }

  /// The proxy knows the roles of contexts only; who signs in as another goes to the cluster.
  static boolean passesByProxy(FunctionManifest function) {
    return !function.uses().secrets().contains(RELAY_PASSWORD);
  }
}
