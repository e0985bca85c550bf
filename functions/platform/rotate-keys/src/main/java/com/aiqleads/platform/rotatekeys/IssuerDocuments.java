package com.aiqleads.platform.rotatekeys;

/// Documents that anybody may read below the issuer's address.
interface IssuerDocuments {

  void write(String path, Object document);
}
