package com.aiqleads.platform;

import com.aiqleads.kernel.Email;

/// A mail in plain text. It may carry a secret: its text form hides it.
public record Letter(Email to, String subject, String text) {

  @Override
  public String toString() {
    return "Letter[***]";
  }
}
