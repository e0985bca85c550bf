package com.aiqleads.local.host.admin;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// The embedded services, as an operator sees them.
public interface ServiceDesk {

  ObjectNode all();

  /// Starts a service again on its port and its data.
  ///
  /// @throws IllegalArgumentException for a name that no service has
  void restart(String name);
}
