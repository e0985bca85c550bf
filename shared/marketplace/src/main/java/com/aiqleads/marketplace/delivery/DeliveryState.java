package com.aiqleads.marketplace.delivery;

public enum DeliveryState {
  /// It is tried, now or later.
  DUE,
  DELIVERED,
  /// It is tried no more, unless somebody asks for it.
  GIVEN_UP
}
