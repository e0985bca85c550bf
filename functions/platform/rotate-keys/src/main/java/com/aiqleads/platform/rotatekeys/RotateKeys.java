package com.aiqleads.platform.rotatekeys;

import com.aiqleads.platform.KeyRotation;
import com.aiqleads.platform.KeyRotation.Step;
import com.aiqleads.platform.Publication;
import com.aiqleads.platform.SigningKeyStore;
import com.aiqleads.platform.SigningKeys;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Publishes, takes the one step that is due, and publishes again: a key is readable as soon as it
/// is there. The keys are written before the document that points to them.
@Singleton
final class RotateKeys {

  private static final Logger LOG = LoggerFactory.getLogger(RotateKeys.class);

  private final SigningKeyStore keys;
  private final IssuerDocuments documents;
  private final String issuer;
  private final InstantSource clock;

  RotateKeys(
      SigningKeyStore keys,
      IssuerDocuments documents,
      @Value("${aiqleads.issuer}") String issuer,
      InstantSource clock) {
    this.keys = keys;
    this.documents = documents;
    this.issuer = issuer;
    this.clock = clock;
  }

  void rotate() {
    SigningKeys now = publish();
    Step step = KeyRotation.next(now, published(), clock.instant());
    switch (step) {
      case NOTHING -> {}
      case MAKE_NEXT -> keys.makeNext();
      case PROMOTE -> keys.promote(now);
      case RETIRE -> keys.retire(now);
    }
    if (step != Step.NOTHING) {
      LOG.atInfo().addKeyValue("step", step).log("keys of tokens rotated");
      publish();
    }
  }

  /// When somebody may have signed who should not: a key that nobody has seen signs from now on,
  /// and every other is forgotten, also the one that was to sign next. Verifiers that have read the
  /// old keys believe them until they read again.
  void replaceAtOnce() {
    settle();
    if (keys.read().next().isPresent()) {
      promoteAndForget();
    }
    keys.makeNext();
    promoteAndForget();
    publish();
    LOG.atWarn().log("all keys of tokens replaced at once");
  }

  /// Only one key can be the previous one: what was begun is ended first.
  private void settle() {
    SigningKeys found = keys.read();
    if (found.isBetween()) {
      keys.promote(found);
    }
    keys.retire(keys.read());
  }

  private void promoteAndForget() {
    keys.promote(keys.read());
    keys.retire(keys.read());
  }

  /// What is published already is left alone: the store then says since when it has been so.
  private SigningKeys publish() {
    SigningKeys read = keys.read();
    KeySet set = KeySet.of(read.published().toList());
    if (!published().keyIds().equals(set.ids())) {
      documents.write(KeySet.PATH, set);
      documents.write(Discovery.PATH, Discovery.of(issuer));
    }
    return read;
  }

  private Publication published() {
    return documents
        .read(KeySet.PATH, KeySet.class)
        .map(found -> new Publication(found.document().ids(), found.since()))
        .orElse(Publication.NONE);
  }
}
