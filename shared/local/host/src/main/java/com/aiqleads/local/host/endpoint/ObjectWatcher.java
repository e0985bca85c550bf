package com.aiqleads.local.host.endpoint;

/// Is told when an object was put through the endpoint.
@FunctionalInterface
public interface ObjectWatcher {

  ObjectWatcher NONE = (_, _, _, _) -> {};

  void put(String bucket, String key, long bytes, String etag);
}
