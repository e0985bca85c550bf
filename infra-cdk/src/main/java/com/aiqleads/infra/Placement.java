package com.aiqleads.infra;

import com.aiqleads.manifest.Access;
import com.aiqleads.manifest.Uses;

/// Where a function runs, by what it uses.
enum Placement {
  /// No network of ours: the function reaches AWS only by its public addresses.
  OUTSIDE,
  /// Private subnets without a way out, with endpoints for what AWS offers.
  INSIDE,
  /// Private subnets with a way out, through addresses that stay the same.
  EGRESS;

  static Placement of(Uses uses) {
    if (uses.egress()) {
      return EGRESS;
    }
    return uses.database() == Access.NONE && uses.search() == Access.NONE ? OUTSIDE : INSIDE;
  }
}
