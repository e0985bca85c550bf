package com.aiqleads.platform;

/// Says the claims in clear instead of signing them; the real signer is tested with its store.
public final class ReadableTokenSigner implements TokenSigner {

  @Override
  public AccessToken sign(AccessClaims claims) {
    return new AccessToken(
        "signed:" + claims.user() + ":" + claims.team() + ":" + claims.tokenId(),
        claims.expiresAt());
  }
}
