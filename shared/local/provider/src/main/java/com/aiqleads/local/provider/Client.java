package com.aiqleads.local.provider;

/// Who may send people here.
///
/// @param redirectUri where people are sent back to, exactly
public record Client(String id, String secret, String redirectUri) {

  @Override
  public String toString() {
    return "Client[" + id + "]";
  }
}
