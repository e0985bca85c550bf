package com.aiqleads.lambda.http;

/// The path and the query together are longer than 8 KB.
final class AddressTooLong extends HttpFailure {

  AddressTooLong() {
    super(414, "address-too-long", "An address has at most 8,192 characters.");
  }
}
