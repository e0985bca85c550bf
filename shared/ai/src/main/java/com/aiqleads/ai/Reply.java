package com.aiqleads.ai;

/// What came of a question.
public sealed interface Reply {

  /// An answer, believed by nobody yet.
  ///
  /// @param model as it calls itself, for whoever asks later who said it
  record Said(String text, String model) implements Reply {

    @Override
    public String toString() {
      return text.length() + " characters of " + model;
    }
  }

  record Silent(Why why) implements Reply {}

  enum Why {
    /// Nobody has configured a model.
    OFF,
    /// What may be asked in a day has been.
    SPENT,
    /// It wants to be left alone for a while.
    BUSY,
    LATE,
    /// It would rather not, or somebody between does not let it.
    DECLINED,
    /// It had more to say than it may.
    CUT_SHORT,
    MALFORMED,
    FAILED
  }
}
