package com.aiqleads.platform.store;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;

/// Real RSA keys behind aliases that can be moved.
public final class FakeKms implements KmsClient {

  /// Making one takes a second, so every instance deals them out from the first.
  private static final List<KeyPair> POOL = new ArrayList<>();

  private final Map<String, KeyPair> keys = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private int publicKeysRead;

  public RSAPublicKey moveAliasToNewKey(String alias) {
    KeyPair pair = dealt(keys.size());
    String id = "arn:aws:kms:us-east-1:000000000000:key/" + UUID.randomUUID();
    keys.put(id, pair);
    aliases.put(alias, id);
    return (RSAPublicKey) pair.getPublic();
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
