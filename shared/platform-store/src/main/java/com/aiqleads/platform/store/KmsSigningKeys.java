package com.aiqleads.platform.store;

import com.aiqleads.platform.SigningKeyStore;
import com.aiqleads.platform.SigningKeys;
import com.aiqleads.platform.SigningKeys.ServiceKey;
import com.aiqleads.platform.TokenKey;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/// What a key is for is told by its alias: that of the manifest signs, and beside it there are
/// `-next` and `-previous`. An alias that is moved says since when.
final class KmsSigningKeys implements SigningKeyStore {

  private static final String NEXT = "-next";
  private static final String PREVIOUS = "-previous";

  /// The least that the key service allows; nothing was ever encrypted with these keys.
  private static final int DAYS_UNTIL_DELETION = 7;

  private static final int PAGE = 100;

  private final KmsClient kms;
  private final String alias;

  KmsSigningKeys(KmsClient kms, String alias) {
    this.kms = kms;
    this.alias = alias;
  }

  @Override
  public SigningKeys read() {
    Map<String, AliasListEntry> aliases = aliases();
    return new SigningKeys(
        find(aliases, alias)
            .orElseThrow(() -> new IllegalStateException("there is no key " + alias)),
        find(aliases, alias + NEXT),
        find(aliases, alias + PREVIOUS));
  }

  private Map<String, AliasListEntry> aliases() {
    return kms.listAliasesPaginator(list -> list.limit(PAGE)).aliases().stream()
        .filter(entry -> entry.aliasName().startsWith(alias))
        .collect(
            Collectors.toMap(AliasListEntry::aliasName, Function.identity(), (first, _) -> first));
  }

  private Optional<ServiceKey> find(Map<String, AliasListEntry> aliases, String name) {
    return Optional.ofNullable(aliases.get(name)).map(this::key);
  }

  private ServiceKey key(AliasListEntry entry) {
    byte[] encoded =
        kms.getPublicKey(get -> get.keyId(entry.targetKeyId())).publicKey().asByteArray();
    Instant since = Optional.ofNullable(entry.lastUpdatedDate()).orElse(entry.creationDate());
    return new ServiceKey(entry.targetKeyId(), new TokenKey(KmsKeys.rsa(encoded)), since);
  }

  @Override
  public void makeNext() {
    String id =
        kms.createKey(
                create ->
                    create
                        .keySpec(KeySpec.RSA_2048)
                        .keyUsage(KeyUsageType.SIGN_VERIFY)
                        .description("signs access tokens"))
            .keyMetadata()
            .keyId();
    kms.createAlias(create -> create.aliasName(alias + NEXT).targetKeyId(id));
  }

  /// In this order: interrupted anywhere, two aliases name one key, and the rest can be done later.
  @Override
  public void promote(SigningKeys keys) {
    if (keys.previous().isEmpty()) {
      kms.createAlias(
          create -> create.aliasName(alias + PREVIOUS).targetKeyId(keys.current().id()));
    }
    keys.next()
        .ifPresent(
            next -> {
              kms.updateAlias(update -> update.aliasName(alias).targetKeyId(next.id()));
              kms.deleteAlias(delete -> delete.aliasName(alias + NEXT));
            });
  }

  @Override
  public void retire(SigningKeys keys) {
    keys.previous()
        .ifPresent(
            key -> {
              kms.deleteAlias(delete -> delete.aliasName(alias + PREVIOUS));
              kms.scheduleKeyDeletion(
                  schedule -> schedule.keyId(key.id()).pendingWindowInDays(DAYS_UNTIL_DELETION));
            });
  }
}
