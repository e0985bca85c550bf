package com.aiqleads.marketplace.holds;

/// How a hold ended.
public enum Ending {
  SOLD,
  RELEASED,
  EXPIRED
}
