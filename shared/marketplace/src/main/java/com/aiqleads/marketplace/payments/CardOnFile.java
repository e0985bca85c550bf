package com.aiqleads.marketplace.payments;

/// By what names a gateway knows a card that it has and the team that it is of. Who has these
/// and the gateway's key can charge it.
public record CardOnFile(String customer, String method) {

  @Override
  public String toString() {
    return "a card on file";
  }
}
