package com.aiqleads.manifest;

import java.util.Map;

/// Where functions run: what their environment says besides what their manifests say.
///
/// @param apiUrl the public address of the gateway, without a slash at the end
/// @param issuer who signs tokens, for whoever verifies them
/// @param searchUrl given only to functions that use search
/// @param more entries for every function, such as `AWS_ENDPOINT_URL` of a local cloud
public record Surroundings(
    String stage,
    String region,
    String apiUrl,
    String issuer,
    String searchUrl,
    Map<String, String> more) {

  public Surroundings {
    more = Map.copyOf(more);
  }
}
