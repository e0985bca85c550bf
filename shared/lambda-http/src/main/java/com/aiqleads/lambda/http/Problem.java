package com.aiqleads.lambda.http;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of every answer that is not a success (RFC 9457), with a stable code.
@Serdeable
public record Problem(
    String type,
    String title,
    int status,
    String code,
    @Nullable String detail,
    List<WrongField> errors,
    String correlationId) {}
