package com.aiqleads.acquisition.watching;

/// What is not as it used to be.
///
/// @param subject the field or the outcome that it is about
/// @param text what was seen, in words for people
/// @param isGrave whether what was read may be wrong; else it is only worth a look
public record Objection(Layer layer, String subject, String text, boolean isGrave) {

  /// Where it shows.
  public enum Layer {
    /// Pages cannot be read, or come out otherwise than they used to.
    STATE,
    /// Records say what cannot be.
    RECORD,
    /// All records together say what they used not to.
    BATCH,
    /// Pages are built otherwise.
    STRUCTURE
  }

  static Objection grave(Layer layer, String subject, String text) {
    return new Objection(layer, subject, text, true);
  }
}
