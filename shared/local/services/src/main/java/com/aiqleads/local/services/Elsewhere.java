package com.aiqleads.local.services;

import java.net.URI;
import java.util.Map;

/// Runs some of the services in another way than as our child processes. Found on the class path,
/// where a build profile puts it.
public interface Elsewhere extends AutoCloseable {

  /// Returns when all of them answer.
  ///
  /// @param queueAddress the address in queue URLs
  /// @throws ServiceFailed saying in one sentence what is missing and what to do
  Map<Service, URI> start(URI queueAddress);

  /// Ends them, also if they have not all started.
  @Override
  void close();
}
