package com.aiqleads.local.product;

/// Runs one long proof by name.
public final class Proof {

  private Proof() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "" : arguments[0];
    Figures figures =
        switch (name) {
          case "kill" -> new KillProof().run();
          case "kill-acquisition" -> new KillAcquisitionProof().run();
          case "soak" -> new SoakProof().run();
          case "drift" -> new DriftProof().run();
          default ->
              throw new IllegalArgumentException(
                  "no proof '" + name + "': say -Dproof=kill, kill-acquisition, soak or drift");
        };
    figures.print();
  }
}
