package com.aiqleads.local.host.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KmsTest {

  private static final String SIGNING = "alias/aiqleads-local-platform-tokens";
  private static final String SEALING = "alias/aiqleads-local-platform-data";
  private static final byte[] MESSAGE = "a message".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  @BeforeEach
  void provide() {
    Keys keys = new Keys(folder);
    keys.provide(SIGNING, "RSA_2048");
    keys.provide(SEALING, "SYMMETRIC_DEFAULT");
  }

  @Test
  void signsMessagesAndDigestsWithTheKeyThatItPublishes() throws Exception {
    PublicKey key = publicKey();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(MESSAGE);

    assertThat(verifies(key, sign("RAW", MESSAGE))).isTrue();
    assertThat(verifies(key, sign("DIGEST", digest))).isTrue();
    assertThat(verifies(key, sign("RAW", digest))).isFalse();
  }

  @Test
  void keepsItsKeysFromRunToRun() {
    String before = call("GetPublicKey", SIGNING).path("PublicKey").asText();

    Keys again = new Keys(folder);
    again.provide(SIGNING, "RSA_2048");

    assertThat(new Kms(again).call("GetPublicKey", about(SIGNING)).path("PublicKey").asText())
        .isEqualTo(before);
  }

  @Test
  void findsAKeyByAliasIdAndArn() {
    JsonNode metadata = call("DescribeKey", SIGNING).path("KeyMetadata");

    assertThat(call("DescribeKey", metadata.path("KeyId").asText()).path("KeyMetadata"))
        .isEqualTo(metadata);
    assertThat(call("DescribeKey", metadata.path("Arn").asText()).path("KeyMetadata"))
        .isEqualTo(metadata);
    assertThat(
            call("DescribeKey", "arn:aws:kms:us-east-1:000000000000:" + SIGNING)
                .path("KeyMetadata"))
        .isEqualTo(metadata);
    assertThat(metadata.path("KeyUsage").asText()).isEqualTo("SIGN_VERIFY");
    assertThat(call("ListAliases", "").path("Aliases").findValuesAsText("AliasName"))
        .containsExactly(SEALING, SIGNING);
    assertThat(call("ListKeys", "").path("Keys")).hasSize(2);
  }

  @Test
  void sealsAndOpensWithTheSameContextOnly() {
    ObjectNode request = about(SEALING).put("Plaintext", base64(MESSAGE));
    request.putObject("EncryptionContext").put("b", "2").put("a", "1");
    String sealed = kms().call("Encrypt", request).path("CiphertextBlob").asText();

    ObjectNode same = Json.object().put("CiphertextBlob", sealed);
    same.putObject("EncryptionContext").put("a", "1").put("b", "2");
    ObjectNode other = Json.object().put("CiphertextBlob", sealed);

    assertThat(kms().call("Decrypt", same).path("Plaintext").asText()).isEqualTo(base64(MESSAGE));
    refuses("InvalidCiphertextException", "Decrypt", other);
    refuses("InvalidCiphertextException", "Decrypt", Json.object().put("CiphertextBlob", "AAAA"));
    refuses(
        "InvalidCiphertextException",
        "Decrypt",
        Json.object().put("CiphertextBlob", base64(new byte[64])));
  }

  @Test
  void makesDataKeys() {
    JsonNode key = kms().call("GenerateDataKey", about(SEALING).put("KeySpec", "AES_256"));
    ObjectNode sealed = Json.object().put("CiphertextBlob", key.path("CiphertextBlob").asText());

    assertThat(kms().call("Decrypt", sealed).path("Plaintext")).isEqualTo(key.path("Plaintext"));
    assertThat(bytes(key)).hasSize(32);
    assertThat(bytes(kms().call("GenerateDataKey", about(SEALING).put("KeySpec", "AES_128"))))
        .hasSize(16);
    assertThat(bytes(kms().call("GenerateDataKey", about(SEALING).put("NumberOfBytes", 64))))
        .hasSize(64);
  }

  @Test
  void refusesWhatAKeyIsNotFor() {
    refuses("NotFoundException", "DescribeKey", about("alias/none"));
    refuses("InvalidKeyUsageException", "Encrypt", about(SIGNING).put("Plaintext", "YQ=="));
    refuses(
        "NotImplemented",
        "Sign",
        about(SIGNING).put("Message", "YQ==").put("SigningAlgorithm", "RSASSA_PSS_SHA_256"));
    refuses(
        "ValidationException",
        "Sign",
        about(SIGNING)
            .put("Message", "YQ==")
            .put("MessageType", "DIGEST")
            .put("SigningAlgorithm", "RSASSA_PKCS1_V1_5_SHA_256"));
    refuses("NotImplemented", "ScheduleKeyDeletion", about(SIGNING));
    assertThatThrownBy(() -> new Keys(folder).provide("alias/other", "ECC_NIST_P256"))
        .hasMessageContaining("ECC_NIST_P256 is not supported");
  }

  private void refuses(String code, String action, JsonNode request) {
    assertThatThrownBy(() -> kms().call(action, request))
        .isInstanceOfSatisfying(AwsError.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private byte[] sign(String type, byte[] message) {
    ObjectNode request =
        about(SIGNING)
            .put("Message", base64(message))
            .put("MessageType", type)
            .put("SigningAlgorithm", "RSASSA_PKCS1_V1_5_SHA_256");
    return Base64.getDecoder().decode(kms().call("Sign", request).path("Signature").asText());
  }

  private static boolean verifies(PublicKey key, byte[] signed) throws Exception {
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update(MESSAGE);
    return signature.verify(signed);
  }

  private PublicKey publicKey() throws Exception {
    byte[] encoded =
        Base64.getDecoder().decode(call("GetPublicKey", SIGNING).path("PublicKey").asText());
    return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
  }

  private JsonNode call(String action, String key) {
    return kms().call(action, about(key));
  }

  private Kms kms() {
    return new Kms(new Keys(folder));
  }

  private static ObjectNode about(String key) {
    return Json.object().put("KeyId", key);
  }

  private static byte[] bytes(JsonNode key) {
    return Base64.getDecoder().decode(key.path("Plaintext").asText());
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
