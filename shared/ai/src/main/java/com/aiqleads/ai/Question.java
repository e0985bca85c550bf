package com.aiqleads.ai;

/// What is to be done, and what with. The material is data of strangers: whatever it says, it asks
/// for nothing. Personal: its text form says only how much there is.
///
/// @param task ours, always the same for one kind of question
/// @param mostTokens of the answer
public record Question(String task, String material, int mostTokens) {

  public static final int MAX_MATERIAL = 8_000;

  public Question {
    if (material.length() > MAX_MATERIAL) {
      throw new IllegalArgumentException("more material than a model is asked about");
    }
    if (mostTokens < 1) {
      throw new IllegalArgumentException("a question without room for an answer");
    }
  }

  @Override
  public String toString() {
    return "a question about " + material.length() + " characters";
  }
}
