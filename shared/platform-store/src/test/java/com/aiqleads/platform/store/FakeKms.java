package com.aiqleads.platform.store;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.AlreadyExistsException;
import software.amazon.awssdk.services.kms.model.CreateAliasRequest;
import software.amazon.awssdk.services.kms.model.CreateAliasResponse;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyResponse;
import software.amazon.awssdk.services.kms.model.DeleteAliasRequest;
import software.amazon.awssdk.services.kms.model.DeleteAliasResponse;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.ListAliasesRequest;
import software.amazon.awssdk.services.kms.model.ListAliasesResponse;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionRequest;
import software.amazon.awssdk.services.kms.model.ScheduleKeyDeletionResponse;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;
import software.amazon.awssdk.services.kms.model.UpdateAliasRequest;
import software.amazon.awssdk.services.kms.model.UpdateAliasResponse;

/// Real RSA keys behind aliases that can be moved.
public final class FakeKms implements KmsClient {

  /// Making one takes a second, so every instance deals them out from the first.
  private static final List<KeyPair> POOL = new ArrayList<>();

  private final Map<String, KeyPair> keys = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final Map<String, Instant> moved = new HashMap<>();
  private final List<String> deleted = new ArrayList<>();
  private final InstantSource clock;
  private int publicKeysRead;
  private int changesLeft = Integer.MAX_VALUE;

  public FakeKms() {
    this(InstantSource.system());
  }

  FakeKms(InstantSource clock) {
    this.clock = clock;
  }

  /// So many changes succeed, the next one fails.
  void failAfter(int changes) {
    changesLeft = changes;
  }

  List<String> scheduledForDeletion() {
    return deleted;
  }

  public RSAPublicKey moveAliasToNewKey(String alias) {
    KeyPair pair = dealt(keys.size());
    String id = "arn:aws:kms:us-east-1:000000000000:key/" + UUID.randomUUID();
    keys.put(id, pair);
    point(alias, id);
    return (RSAPublicKey) pair.getPublic();
  }

  private void point(String alias, String id) {
    aliases.put(alias, id);
    moved.put(alias, clock.instant());
  }

  private void change() {
    if (changesLeft-- <= 0) {
      throw new IllegalStateException("the key service is away");
    }
  }

  /// One alias a page.
  @Override
  public ListAliasesResponse listAliases(ListAliasesRequest request) {
    List<String> names = aliases.keySet().stream().sorted().toList();
    int page = request.marker() == null ? 0 : Integer.parseInt(request.marker());
    boolean more = page + 1 < names.size();
    return ListAliasesResponse.builder()
        .aliases(names.stream().skip(page).limit(1).map(this::entry).toList())
        .truncated(more)
        .nextMarker(more ? Integer.toString(page + 1) : null)
        .build();
  }

  private AliasListEntry entry(String alias) {
    return AliasListEntry.builder()
        .aliasName(alias)
        .targetKeyId(aliases.get(alias))
        .creationDate(Instant.EPOCH)
        .lastUpdatedDate(moved.get(alias))
        .build();
  }

  @Override
  public CreateKeyResponse createKey(CreateKeyRequest request) {
    String id = "arn:aws:kms:us-east-1:000000000000:key/" + UUID.randomUUID();
    keys.put(id, dealt(keys.size()));
    return CreateKeyResponse.builder().keyMetadata(key -> key.keyId(id)).build();
  }

  @Override
  public CreateAliasResponse createAlias(CreateAliasRequest request) {
    change();
    if (aliases.containsKey(request.aliasName())) {
      throw AlreadyExistsException.builder().message(request.aliasName()).build();
    }
    point(request.aliasName(), request.targetKeyId());
    return CreateAliasResponse.builder().build();
  }

  @Override
  public UpdateAliasResponse updateAlias(UpdateAliasRequest request) {
    change();
    point(request.aliasName(), request.targetKeyId());
    return UpdateAliasResponse.builder().build();
  }

  @Override
  public DeleteAliasResponse deleteAlias(DeleteAliasRequest request) {
    change();
    aliases.remove(request.aliasName());
    return DeleteAliasResponse.builder().build();
  }

  @Override
  public ScheduleKeyDeletionResponse scheduleKeyDeletion(ScheduleKeyDeletionRequest request) {
    deleted.add(request.keyId());
    return ScheduleKeyDeletionResponse.builder().build();
  }

  private static synchronized KeyPair dealt(int index) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      while (POOL.size() <= index) {
        POOL.add(generator.generateKeyPair());
      }
      return POOL.get(index);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public int publicKeysRead() {
    return publicKeysRead;
  }

  @Override
  public GetPublicKeyResponse getPublicKey(GetPublicKeyRequest request) {
    publicKeysRead++;
    String id = id(request.keyId());
    return GetPublicKeyResponse.builder()
        .keyId(id)
        .publicKey(SdkBytes.fromByteArray(pair(id).getPublic().getEncoded()))
        .build();
  }

  @Override
  public SignResponse sign(SignRequest request) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair(id(request.keyId())).getPrivate());
      signature.update(request.message().asByteArray());
      return SignResponse.builder().signature(SdkBytes.fromByteArray(signature.sign())).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String id(String keyOrAlias) {
    return aliases.getOrDefault(keyOrAlias, keyOrAlias);
  }

  private KeyPair pair(String id) {
    KeyPair pair = keys.get(id);
    if (pair == null) {
      throw NotFoundException.builder().message("no key " + id).build();
    }
    return pair;
  }

  @Override
  public String serviceName() {
    return "kms";
  }

  @Override
  public void close() {}
}
