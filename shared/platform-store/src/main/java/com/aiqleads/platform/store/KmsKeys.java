package com.aiqleads.platform.store;

import com.aiqleads.platform.TokenKey;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/// The key behind an alias. It signs by the id of the key and not by the alias, so that a token
/// never names one key and is signed by another while the alias moves.
final class KmsKeys {

  /// How long a moved alias may go unnoticed. The old key stays published for longer.
  static final Duration REMEMBERED = Duration.ofMinutes(5);

  record SigningKey(String keyId, TokenKey publicHalf, Instant readAt) {}

  private final KmsClient kms;
  private final String alias;
  private final InstantSource clock;
  private volatile @Nullable SigningKey remembered;

  KmsKeys(KmsClient kms, String alias, InstantSource clock) {
    this.kms = kms;
    this.alias = alias;
    this.clock = clock;
  }

  /// Two threads may both read: the answers are equal.
  SigningKey current() {
    SigningKey known = remembered;
    if (known != null && clock.instant().isBefore(known.readAt().plus(REMEMBERED))) {
      return known;
    }
    SigningKey read = read();
    remembered = read;
    return read;
  }

  byte[] sign(SigningKey key, byte[] message) {
    return kms.sign(
            sign ->
                sign.keyId(key.keyId())
                    .message(SdkBytes.fromByteArray(message))
                    .messageType(MessageType.RAW)
                    .signingAlgorithm(SigningAlgorithmSpec.RSASSA_PKCS1_V1_5_SHA_256))
        .signature()
        .asByteArray();
  }

  private SigningKey read() {
    GetPublicKeyResponse answer = kms.getPublicKey(get -> get.keyId(alias));
    TokenKey publicHalf = new TokenKey(rsa(answer.publicKey().asByteArray()));
    return new SigningKey(answer.keyId(), publicHalf, clock.instant());
  }

  static RSAPublicKey rsa(byte[] encoded) {
    try {
      return (RSAPublicKey)
          KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the key service gave a key that is not RSA", e);
    }
  }
}
