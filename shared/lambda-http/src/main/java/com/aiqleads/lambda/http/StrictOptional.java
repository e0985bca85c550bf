package com.aiqleads.lambda.http;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.convert.TypeConverter;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Optional;

/// A parameter that may be absent and is wrong: the framework would take it for absent.
@Singleton
@SuppressWarnings("rawtypes")
final class StrictOptional implements TypeConverter<CharSequence, Optional> {

  private final ConversionService conversions;

  StrictOptional(ConversionService conversions) {
    this.conversions = conversions;
  }

  @Override
  public Optional<Optional> convert(
      CharSequence text, Class<Optional> type, ConversionContext context) {
    if (text.isEmpty()) {
      return Optional.of(Optional.empty());
    }
    Argument<?> wanted = context.getFirstTypeVariable().orElse(Argument.STRING);
    Optional<?> value = conversions.convert(text, ConversionContext.of(wanted));
    if (value.isEmpty()) {
      context.reject(text, new IllegalArgumentException("not a " + wanted.getTypeName()));
      return Optional.empty();
    }
    return Optional.of(value);
  }
}
