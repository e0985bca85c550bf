package com.aiqleads.infra;

import com.aiqleads.manifest.ContextManifest;
import com.aiqleads.manifest.Resource;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;

/// Rights to a key pair that rotates: other keys come behind its alias, `-next` and `-previous`, so
/// that rights go by these names. See docs/decisions/2026-11-21-keys-rotate-by-aliases.md.
final class SigningKeyRights {

  private static final List<String> ENDINGS = List.of("", "-next", "-previous");

  private final Stage stage;
  private final String id;
  private final List<String> aliases;
  private final Map<String, String> kind;

  SigningKeyRights(Stage stage, Resource name, ContextManifest.Key kind) {
    this.stage = stage;
    this.id = LogicalName.of(name.text());
    this.aliases = ENDINGS.stream().map(ending -> stage.names().keyAlias(name) + ending).toList();
    this.kind = Map.of("kms:KeySpec", kind.type(), "kms:KeyUsage", kind.usage());
  }

  static boolean signs(ContextManifest.Key kind) {
    return kind.usage().equals("SIGN_VERIFY");
  }

  /// By the key's id too: signers name a key and not an alias that may move meanwhile.
  PolicyStatement toSign() {
    PolicyStatement statement =
        Permissions.allow("Key" + id, List.of("kms:GetPublicKey", "kms:Sign"), anyKey());
    statement.addCondition("ForAnyValue:StringEquals", Map.of("kms:ResourceAliases", aliases));
    return statement;
  }

  /// A key has no alias before it gets its first one and after it lost its last, and KMS may know
  /// an alias for its conditions five minutes late only. So what such keys may have done to them
  /// goes by their kind, reading their public half too; which names they get, by the names.
  List<PolicyStatement> toRotate() {
    List<String> names = List.of("kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias");
    PolicyStatement make = Permissions.allow(id + "Make", List.of("kms:CreateKey"), List.of("*"));
    make.addCondition("StringEquals", kind);
    PolicyStatement name =
        Permissions.allow(
            id + "Name",
            List.of(
                "kms:CreateAlias",
                "kms:DeleteAlias",
                "kms:GetPublicKey",
                "kms:ScheduleKeyDeletion",
                "kms:UpdateAlias"),
            anyKey());
    name.addCondition("StringEquals", kind);
    return List.of(
        make,
        name,
        Permissions.allow(
            id + "Names", names, aliases.stream().map(it -> stage.arn("kms", it)).toList()),
        Permissions.allow(id + "List", List.of("kms:ListAliases"), List.of("*")));
  }

  private List<String> anyKey() {
    return List.of(stage.arn("kms", "key/*"));
  }
}
