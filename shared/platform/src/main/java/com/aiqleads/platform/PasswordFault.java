package com.aiqleads.platform;

/// Why a password is not good enough, as a sentence for the person who chose it.
public enum PasswordFault {
  TOO_SHORT("must have at least " + PasswordRules.MIN_LENGTH + " characters"),
  TOO_LONG("must have at most " + PasswordRules.MAX_LENGTH + " characters"),
  TOO_UNIFORM("must have at least " + PasswordRules.MIN_DIFFERENT + " different characters"),
  CONTAINS_EMAIL("must not contain the mail address"),
  COMMON("is among the first that an attacker tries");

  private final String sentence;

  PasswordFault(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }
}
