package com.aiqleads.acquisition.erasing;

/// Tells a report that we wrote from one that was changed since.
public interface Signatures {

  String sign(String text);

  boolean holds(String text, String signature);
}
