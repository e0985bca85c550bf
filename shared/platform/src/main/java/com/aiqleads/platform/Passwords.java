package com.aiqleads.platform;

/// Hashing takes as long as matching, so that a caller can hide which of the two it did.
public interface Passwords {

  PasswordHash hash(Password password);

  boolean matches(Password password, PasswordHash hash);
}
