package com.aiqleads.platform;

/// A password in clear, on its way from the request to the hash.
public record Password(String value) {

  @Override
  public String toString() {
    return "***";
  }
}
