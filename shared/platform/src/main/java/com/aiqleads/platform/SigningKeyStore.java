package com.aiqleads.platform;

/// Makes, promotes and retires the keys of tokens. Each may be repeated after an interruption.
public interface SigningKeyStore {

  SigningKeys read();

  void makeNext();

  /// The next key signs from now on; the one that did becomes the previous one.
  void promote(SigningKeys keys);

  /// The previous key is forgotten.
  void retire(SigningKeys keys);
}
