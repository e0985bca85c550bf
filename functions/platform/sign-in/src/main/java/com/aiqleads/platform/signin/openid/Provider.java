package com.aiqleads.platform.signin.openid;

import com.aiqleads.platform.Name;
import com.aiqleads.platform.ProviderId;

/// Who can tell us who somebody is, and by which words we are known there.
///
/// @param issuer exactly as its tokens name it
public record Provider(
    ProviderId id, Name name, String issuer, String clientId, String clientSecret) {

  @Override
  public String toString() {
    return "Provider[" + id + "]";
  }
}
