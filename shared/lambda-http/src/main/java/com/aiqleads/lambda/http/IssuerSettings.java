package com.aiqleads.lambda.http;

import io.micronaut.context.annotation.ConfigurationProperties;

/// Whose tokens are believed: the address that tokens name as their issuer.
@ConfigurationProperties("aiqleads")
record IssuerSettings(String issuer) {}
