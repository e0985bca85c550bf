package com.aiqleads.local.host.endpoint;

import com.aiqleads.local.host.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/// KMS, as far as functions and people use it.
final class Kms extends JsonService {

  private static final String SIGNING = "RSASSA_PKCS1_V1_5_SHA_256";

  /// Keys are not rotated here, so each start makes them new: seconds since the epoch.
  private final long startedAt = Instant.now().getEpochSecond();

  private final Keys keys;

  Kms(Keys keys) {
    this.keys = keys;
  }

  @Override
  JsonNode call(String action, JsonNode request) {
    try {
      return switch (action) {
        case "ListAliases" -> aliases();
        case "ListKeys" -> list();
        case "DescribeKey" -> described(key(request));
        case "GetPublicKey" -> publicKey(rsa(request));
        case "Sign" -> signature(rsa(request), request);
        case "Encrypt" -> encrypted(symmetric(request), request);
        case "Decrypt" -> decrypted(request);
        case "GenerateDataKey" -> dataKey(symmetric(request), request);
        default -> throw AwsError.unsupported("KMS " + action);
      };
    } catch (GeneralSecurityException | IOException e) {
      throw invalid("InvalidCiphertextException", String.valueOf(e.getMessage()));
    }
  }

  private ObjectNode aliases() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("Aliases");
    for (Keys.Key key : keys.all()) {
      list.addObject()
          .put("AliasName", "alias/" + key.alias())
          .put("AliasArn", "arn:aws:kms:us-east-1:000000000000:alias/" + key.alias())
          .put("TargetKeyId", key.id())
          .put("CreationDate", startedAt)
          .put("LastUpdatedDate", startedAt);
    }
    return answer.put("Truncated", false);
  }

  private ObjectNode list() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("Keys");
    keys.all().forEach(key -> list.addObject().put("KeyId", key.id()).put("KeyArn", key.arn()));
    return answer.put("Truncated", false);
  }

  private static ObjectNode described(Keys.Key key) {
    ObjectNode answer = Json.object();
    answer
        .putObject("KeyMetadata")
        .put("KeyId", key.id())
        .put("Arn", key.arn())
        .put("AWSAccountId", "000000000000")
        .put("Enabled", true)
        .put("KeyState", "Enabled")
        .put("KeySpec", key.type())
        .put("KeyUsage", usage(key));
    return answer;
  }

  private static String usage(Keys.Key key) {
    return key.type().equals(Keys.RSA) ? "SIGN_VERIFY" : "ENCRYPT_DECRYPT";
  }

  private static ObjectNode publicKey(Keys.Key key) throws GeneralSecurityException {
    return Json.object()
        .put("KeyId", key.arn())
        .put("KeySpec", key.type())
        .put("KeyUsage", usage(key))
        .put("PublicKey", text(key.pair().getPublic().getEncoded()))
        .set("SigningAlgorithms", Json.array().add(SIGNING));
  }

  private static ObjectNode signature(Keys.Key key, JsonNode request)
      throws GeneralSecurityException {
    if (!request.path("SigningAlgorithm").asText().equals(SIGNING)) {
      throw AwsError.unsupported(
          "the signing algorithm " + request.path("SigningAlgorithm").asText());
    }
    byte[] message = bytes(request.path("Message"));
    boolean digest = request.path("MessageType").asText("RAW").equals("DIGEST");
    return Json.object()
        .put("KeyId", key.arn())
        .put("SigningAlgorithm", SIGNING)
        .put("Signature", text(digest ? signedDigest(key, message) : signed(key, message)));
  }

  private static byte[] signed(Keys.Key key, byte[] message) throws GeneralSecurityException {
    return sign("SHA256withRSA", key, message);
  }

  private static byte[] signedDigest(Keys.Key key, byte[] digest) throws GeneralSecurityException {
    if (digest.length != DigestInfo.SHA_256_BYTES) {
      throw invalid("ValidationException", "Digest is invalid length for algorithm " + SIGNING);
    }
    return sign("NONEwithRSA", key, DigestInfo.sha256(digest));
  }

  private static byte[] sign(String algorithm, Keys.Key key, byte[] message)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key.pair().getPrivate());
    signature.update(message);
    return signature.sign();
  }

  private static ObjectNode encrypted(Keys.Key key, JsonNode request)
      throws GeneralSecurityException {
    byte[] sealed = Envelope.seal(key, bytes(request.path("Plaintext")), context(request));
    return Json.object()
        .put("KeyId", key.arn())
        .put("CiphertextBlob", text(sealed))
        .put("EncryptionAlgorithm", Keys.SYMMETRIC);
  }

  private ObjectNode decrypted(JsonNode request) throws GeneralSecurityException, IOException {
    byte[] sealed = bytes(request.path("CiphertextBlob"));
    Keys.Key key =
        keys.find(Envelope.keyId(sealed))
            .orElseThrow(() -> invalid("InvalidCiphertextException", "of no key here"));
    return Json.object()
        .put("KeyId", key.arn())
        .put("Plaintext", text(Envelope.open(key, sealed, context(request))))
        .put("EncryptionAlgorithm", Keys.SYMMETRIC);
  }

  private static ObjectNode dataKey(Keys.Key key, JsonNode request)
      throws GeneralSecurityException {
    int bytes =
        request.has("NumberOfBytes")
            ? request.get("NumberOfBytes").asInt()
            : request.path("KeySpec").asText().equals("AES_128") ? 16 : 32;
    byte[] plain = Envelope.random(bytes);
    return Json.object()
        .put("KeyId", key.arn())
        .put("Plaintext", text(plain))
        .put("CiphertextBlob", text(Envelope.seal(key, plain, context(request))));
  }

  /// The encryption context in the order of its names, so that equal ones are equal bytes.
  private static byte[] context(JsonNode request) {
    ObjectNode sorted = Json.object();
    request.path("EncryptionContext").properties().stream()
        .sorted((a, b) -> a.getKey().compareTo(b.getKey()))
        .forEach(entry -> sorted.set(entry.getKey(), entry.getValue()));
    return Json.bytes(sorted);
  }

  private Keys.Key rsa(JsonNode request) {
    return typed(key(request), Keys.RSA);
  }

  private Keys.Key symmetric(JsonNode request) {
    return typed(key(request), Keys.SYMMETRIC);
  }

  private static Keys.Key typed(Keys.Key key, String type) {
    if (!key.type().equals(type)) {
      throw invalid("InvalidKeyUsageException", key.arn() + " is a key of type " + key.type());
    }
    return key;
  }

  private Keys.Key key(JsonNode request) {
    String id = request.path("KeyId").asText();
    return keys.find(id)
        .orElseThrow(() -> invalid("NotFoundException", "Key '" + id + "' does not exist"));
  }

  private static AwsError invalid(String code, String message) {
    return new AwsError(400, code, message);
  }

  private static byte[] bytes(JsonNode base64) {
    return Base64.getDecoder().decode(base64.asText());
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
