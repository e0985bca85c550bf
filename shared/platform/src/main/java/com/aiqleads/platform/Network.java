package com.aiqleads.platform;

/// Where somebody calls from, as far as limits tell it apart. Personal: its text form hides it.
public record Network(String address) {

  @Override
  public String toString() {
    return "***";
  }
}
