package com.aiqleads.platform.serveconsole;

import org.jspecify.annotations.Nullable;

/// The sign-in form as filled in so far; the password is never sent back.
public record SignInForm(String email, String to, @Nullable String refusal) {

  /// Who else may tell us who somebody is.
  public record Provider(String id, String name) {}
}
