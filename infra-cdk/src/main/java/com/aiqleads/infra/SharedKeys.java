package com.aiqleads.infra;

import com.aiqleads.manifest.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.services.kms.IKey;

/// The keys of all stacks: one for messages, one for data at rest, and those of contexts.
final class SharedKeys {

  private final IKey messages;
  private final IKey data;
  private final Map<Resource, IKey> ofContexts = new HashMap<>();

  SharedKeys(IKey messages, IKey data) {
    this.messages = messages;
    this.data = data;
  }

  void put(Resource name, IKey key) {
    ofContexts.put(name, key);
  }

  String messages() {
    return messages.getKeyArn();
  }

  String data() {
    return data.getKeyArn();
  }

  IKey messagesKey() {
    return messages;
  }

  IKey dataKey() {
    return data;
  }

  String of(Resource name) {
    return Optional.ofNullable(ofContexts.get(name))
        .orElseThrow(() -> new IllegalStateException("no stack made the key " + name))
        .getKeyArn();
  }
}
