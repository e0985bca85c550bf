package com.aiqleads.marketplace.store;

import com.aiqleads.marketplace.exclusivity.ExclusivityReceipt;
import com.aiqleads.marketplace.exclusivity.ReceiptSeal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// With the keys of a secret, base64, one a line: the first signs, and all of them are ours, since
/// a receipt is shown years later.
record Ed25519ReceiptSeal(Supplier<String> secret) implements ReceiptSeal {

  /// So many letters no receipt of ours has.
  private static final int MOST = 1_000;

  private static final int PARTS = 3;

  @Override
  public String seal(ExclusivityReceipt receipt) {
    Ed25519Key key = secretKeys().getFirst();
    String signed = head(key) + "." + base64(receipt.text());
    return signed + "." + base64(key.sign(bytes(signed)));
  }

  @Override
  public Optional<ExclusivityReceipt> open(String sealed) {
    String[] parts = sealed.split("\\.", -1);
    if (sealed.length() > MOST || parts.length != PARTS) {
      return Optional.empty();
    }
    return secretKeys().stream()
        .filter(key -> head(key).equals(parts[0]) && isSigned(key, parts))
        .findFirst()
        .map(_ -> ExclusivityReceipt.parse(text(parts[1])));
  }

  @Override
  public List<PublishedKey> keys() {
    return secretKeys().stream().map(key -> new PublishedKey(key.id(), key.x())).toList();
  }

  private static boolean isSigned(Ed25519Key key, String[] parts) {
    try {
      byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
      // Other letters of the same bytes would be another receipt of the same sale.
      return base64(signature).equals(parts[2])
          && key.verifies(bytes(parts[0] + "." + parts[1]), signature);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static String head(Ed25519Key key) {
    return base64("{\"alg\":\"EdDSA\",\"kid\":\"%s\"}".formatted(key.id()));
  }

  private List<Ed25519Key> secretKeys() {
    return secret
        .get()
        .strip()
        .lines()
        .map(line -> Ed25519Key.of(Base64.getDecoder().decode(line.strip())))
        .toList();
  }

  private static String base64(String text) {
    return base64(bytes(text));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String text(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
