package com.aiqleads.lambda;

/// The secrets of this function's context, by their name in the manifest. Kept for five minutes.
public interface Secrets {

  String text(String name);

  /// Asks again, whatever is kept: after a refusal that a rotation explains.
  String fresh(String name);
}
