package com.aiqleads.platform.serveconsole;

import java.util.List;

/// The registration form as filled in so far; the password is never sent back.
public record RegistrationForm(String email, String name, List<String> refusals) {

  public RegistrationForm {
    refusals = List.copyOf(refusals);
  }
}
