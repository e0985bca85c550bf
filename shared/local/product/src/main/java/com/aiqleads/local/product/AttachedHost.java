package com.aiqleads.local.product;

import com.aiqleads.local.child.Parent;
import com.aiqleads.local.host.Main;

/// The host of a test, a bench or a proof: it ends with what started it, even after a `kill -9`.
final class AttachedHost {

  private AttachedHost() {}

  public static void main(String[] arguments) {
    Parent.endWithMe(() -> {});
    Main.main(arguments);
  }
}
