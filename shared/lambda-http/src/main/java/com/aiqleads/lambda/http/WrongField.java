package com.aiqleads.lambda.http;

import io.micronaut.serde.annotation.Serdeable;

/// One thing wrong with a request: where (`address.zip`, `limit`), and what, for people.
@Serdeable
public record WrongField(String field, String message) {}
