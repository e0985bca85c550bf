package com.aiqleads.acquisition.store;

import com.aiqleads.acquisition.resolution.BlockingKey;
import com.aiqleads.acquisition.suppression.ListedHash;
import com.aiqleads.acquisition.suppression.Person;
import com.aiqleads.acquisition.suppression.SuppressionKey;
import com.aiqleads.kernel.ListingId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Hashes of blocking keys under a secret: without it, nobody finds a phone number by trying all
/// of them.
record BlindKeys(Supplier<byte[]> secret) {

  private static final String ALGORITHM = "HmacSHA256";

  UUID of(BlockingKey key) {
    return hash(key.text());
  }

  /// In one order, so that two batches never wait for each other.
  Object[] inOrder(Collection<BlockingKey> keys) {
    return keys.stream().map(this::of).sorted().toArray();
  }

  /// Apart from those of blocking keys: who reads both tables does not see which are of one person.
  UUID of(SuppressionKey key) {
    return hash("suppressed|" + key.kind().id() + "|" + key.value());
  }

  /// Of what a deletion list says, apart from all others.
  UUID of(ListedHash listed) {
    return hash("listed|" + listed.kind().id() + "|" + listed.hash());
  }

  /// Of somebody, by all that they gave to be found with.
  UUID of(Person person) {
    return hash(
        person.keys().stream()
            .map(key -> key.kind().id() + "|" + key.value())
            .sorted()
            .collect(Collectors.joining("\n", "person\n", "")));
  }

  /// Of any other text, such as a question that is remembered.
  UUID of(String text) {
    return hash(text);
  }

  /// What to lock, always in the same order, so that two decisions never wait for each other.
  Long[] locks(Collection<ListingId> listings, Collection<BlockingKey> keys) {
    return Stream.concat(
            listings.stream().map(ListingId::text), keys.stream().map(BlockingKey::text))
        .map(text -> hash(text).getMostSignificantBits())
        .distinct()
        .sorted()
        .toArray(Long[]::new);
  }

  private UUID hash(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.get(), ALGORITHM));
      ByteBuffer hash = ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return new UUID(hash.getLong(), hash.getLong());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
