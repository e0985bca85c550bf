package com.aiqleads.acquisition;

/// A reason that was given elsewhere, by its code and text.
public record Explained(String code, String text) implements Reason {

  public static Explained by(Reason reason) {
    return new Explained(reason.code(), reason.text());
  }
}
