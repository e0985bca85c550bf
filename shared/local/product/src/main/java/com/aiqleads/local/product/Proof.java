package com.aiqleads.local.product;

/// Runs one long proof by name.
public final class Proof {

  private Proof() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "" : arguments[0];
    if (!name.equals("kill")) {
      throw new IllegalArgumentException("no proof '" + name + "': say -Dproof=kill");
    }
    new KillProof().run().print();
  }
}
