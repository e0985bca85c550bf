package com.aiqleads.platform.signin;

import io.micronaut.serde.annotation.Serdeable;

/// The same whether the address was free or not.
@Serdeable
record RegistrationView(String status) {

  static final RegistrationView RECEIVED = new RegistrationView("received");
}
