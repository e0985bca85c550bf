package com.aiqleads.platform;

/// Counts what ended the sessions of a person. A session is of the generation that was read with
/// the password that opened it: numbers are compared, as no two clocks agree.
public record Generation(int number) {

  public static final Generation FIRST = new Generation(1);

  public Generation next() {
    return new Generation(number + 1);
  }
}
