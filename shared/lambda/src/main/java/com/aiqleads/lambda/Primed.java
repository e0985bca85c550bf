package com.aiqleads.lambda;

/// What loads slowly when it is used for the first time, and so is used before a snapshot is taken.
/// It asks nobody outside, and leaves no connection or credential behind.
public interface Primed {

  void prime();
}
