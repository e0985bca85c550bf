package com.aiqleads.marketplace.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aiqleads.kernel.Ids;
import com.aiqleads.kernel.LeadId;
import com.aiqleads.marketplace.exclusivity.ExclusivityReceipt;
import com.aiqleads.marketplace.exclusivity.ReceiptSeal;
import com.aiqleads.marketplace.orders.OrderLineId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519ReceiptSealTest {

  private static final ExclusivityReceipt RECEIPT =
      new ExclusivityReceipt(
          new OrderLineId(Ids.derived("line", "one")),
          new LeadId(Ids.derived("lead", "one")),
          Instant.parse("2026-11-20T12:00:00.123456Z"),
          0);

  private final AtomicReference<String> secret = new AtomicReference<>(key(1));
  private final ReceiptSeal seal = new Ed25519ReceiptSeal(secret::get);

  /// RFC 8032, 7.1, test 3.
  @Test
  void signsAsTheStandardDoes() {
    Ed25519Key key =
        Ed25519Key.of(hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7"));

    assertThat(Base64.getUrlDecoder().decode(key.x()))
        .isEqualTo(hex("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"));
    assertThat(key.sign(hex("af82")))
        .isEqualTo(
            hex(
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"));
    assertThat(key).hasToString("a signing key");
  }

  @Test
  void opensWhatItSealed() {
    String sealed = seal.seal(RECEIPT);

    assertThat(seal.open(sealed)).contains(RECEIPT);
    assertThat(seal.seal(RECEIPT)).as("again").isEqualTo(sealed);
    assertThat(sealed).matches("[A-Za-z0-9_.-]{300,600}");
  }

  /// With nothing but what is published and what every platform has.
  @Test
  void letsAStrangerVerifyWithThePublishedKey() throws Exception {
    String sealed = seal.seal(RECEIPT);
    int dot = sealed.lastIndexOf('.');
    Signature signature = Signature.getInstance("Ed25519");
    signature.initVerify(published(seal.keys().getFirst().x()));
    signature.update(sealed.substring(0, dot).getBytes(StandardCharsets.US_ASCII));

    assertThat(signature.verify(Base64.getUrlDecoder().decode(sealed.substring(dot + 1)))).isTrue();
    assertThat(
            new String(
                Base64.getUrlDecoder().decode(sealed.split("\\.")[0]), StandardCharsets.UTF_8))
        .contains("\"alg\":\"EdDSA\"", "\"kid\":\"" + seal.keys().getFirst().id() + "\"");
  }

  @Test
  void knowsTheReceiptsOfItsEarlierKeys() {
    String old = seal.seal(RECEIPT);

    secret.set(key(2) + "\n" + key(1) + "\n");

    assertThat(seal.open(old)).contains(RECEIPT);
    assertThat(seal.seal(RECEIPT)).isNotEqualTo(old);
    assertThat(seal.keys()).hasSize(2);
    secret.set(key(2));
    assertThat(seal.open(old)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "a.b.c", "a.b.c.d", "💥", "%00"})
  void opensNoGarbage(String garbage) {
    assertThat(seal.open(garbage)).isEmpty();
  }

  @Test
  void opensNothingOfWhichALetterIsAnother() {
    String sealed = seal.seal(RECEIPT);

    for (int at = 0; at < sealed.length(); at++) {
      char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
      String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
      assertThat(seal.open(changed)).as("letter %s", at).isEmpty();
    }
    assertThat(seal.open(sealed + "=")).isEmpty();
    assertThat(seal.open(sealed.substring(0, sealed.length() - 1))).isEmpty();
    assertThat(seal.open(sealed + "A".repeat(1_000))).isEmpty();
  }

  /// The last letter of a signature has room for four bits that say nothing.
  @Test
  void opensNoOtherSpellingOfTheSameBytes() {
    String sealed = seal.seal(RECEIPT);
    int last = sealed.length() - 1;
    String other = sealed.substring(0, last) + (char) (sealed.charAt(last) + 1);
    String signature = other.substring(other.lastIndexOf('.') + 1);

    assertThat(Base64.getUrlDecoder().decode(signature))
        .isEqualTo(Base64.getUrlDecoder().decode(sealed.substring(sealed.lastIndexOf('.') + 1)));
    assertThat(seal.open(other)).isEmpty();
  }

  @Test
  void takesNoKeyOfAnotherLength() {
    assertThatIllegalArgumentException().isThrownBy(() -> Ed25519Key.of(new byte[31]));
  }

  /// As RFC 8032, 5.1.2 writes a point: the last bit is the sign of x.
  private static PublicKey published(String x) throws Exception {
    byte[] point = Base64.getUrlDecoder().decode(x);
    boolean isOdd = point[31] < 0;
    point[31] &= 0x7f;
    for (int i = 0; i < point.length / 2; i++) {
      byte swapped = point[i];
      point[i] = point[point.length - 1 - i];
      point[point.length - 1 - i] = swapped;
    }
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(
            new EdECPublicKeySpec(
                NamedParameterSpec.ED25519, new EdECPoint(isOdd, new BigInteger(1, point))));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static String key(int number) {
    byte[] key = new byte[32];
    key[0] = (byte) number;
    return Base64.getEncoder().encodeToString(key);
  }
}
