package com.aiqleads.platform;

/// Signs with RS256 by the current key, whose private half never leaves the key service.
public interface TokenSigner {

  AccessToken sign(AccessClaims claims);
}
