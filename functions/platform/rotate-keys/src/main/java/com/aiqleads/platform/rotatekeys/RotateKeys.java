package com.aiqleads.platform.rotatekeys;

import com.aiqleads.platform.TokenKey;
import com.aiqleads.platform.TokenKeys;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;

/// The keys first: whoever reads the discovery document finds what it points to.
@Singleton
final class RotateKeys {

  private final TokenKeys keys;
  private final IssuerDocuments documents;
  private final String issuer;

  RotateKeys(
      TokenKeys keys, IssuerDocuments documents, @Value("${aiqleads.issuer}") String issuer) {
    this.keys = keys;
    this.documents = documents;
    this.issuer = issuer;
  }

  void publish() {
    List<TokenKey> published = keys.published();
    documents.write(KeySet.PATH, KeySet.of(published));
    documents.write(Discovery.PATH, Discovery.of(issuer));
  }
}
