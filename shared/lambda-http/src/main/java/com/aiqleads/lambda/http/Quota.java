package com.aiqleads.lambda.http;

/// So many requests a minute, under the name that callers read in `RateLimit-Policy`.
record Quota(String name, int requests) {}
