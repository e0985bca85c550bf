package com.aiqleads.manifest;

/// One thing that is wrong with the manifests, and where to mend it.
public record Problem(String file, int line, String key, String text) {

  /// For example `functions/acquisition/score-lead/function.yaml:7: limits.timeout: must be …`.
  @Override
  public String toString() {
    return file + ":" + line + ": " + (key.isEmpty() ? "" : key + ": ") + text;
  }
}
