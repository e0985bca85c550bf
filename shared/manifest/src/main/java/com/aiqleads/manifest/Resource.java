package com.aiqleads.manifest;

/// A table, bucket, secret or key: who owns it, and its name there.
public record Resource(String context, String name) implements Comparable<Resource> {

  /// Plain names belong to the reader's own context; `platform/issuer` names another's.
  static Resource parse(String ownContext, String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new Resource(ownContext, Words.name(text))
        : new Resource(Words.name(text.substring(0, slash)), Words.name(text.substring(slash + 1)));
  }

  public String text() {
    return context + "/" + name;
  }

  @Override
  public int compareTo(Resource other) {
    return text().compareTo(other.text());
  }

  @Override
  public String toString() {
    return text();
  }
}
