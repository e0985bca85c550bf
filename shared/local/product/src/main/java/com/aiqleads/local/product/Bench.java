package com.aiqleads.local.product;

/// Runs one benchmark by name.
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) throws Exception {
    String name = arguments.length == 0 ? "" : arguments[0];
    Figures figures =
        switch (name) {
          case "api" -> new ApiBench().run();
          case "chain" -> new ChainBench().run();
          case "search" -> new SearchBench().run();
          case "parse" -> new ParseBench().run();
          case "cold-start" -> new ColdStartBench().run();
          case "full-leads" -> new FullLeadsBench().run();
          case "local-start" -> new StartBench().run();
          default ->
              throw new IllegalArgumentException(
                  "no bench '"
                      + name
                      + "': say -Dbench=address, api, chain, search, cold-start, full-leads, limiter,"
                      + " local-start, memory, parse, validate or cost");
        };
    figures.print();
  }
}
