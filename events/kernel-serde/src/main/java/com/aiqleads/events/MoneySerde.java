package com.aiqleads.events;

import com.aiqleads.kernel.Money;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;

/// `{"minorUnits":12345,"currency":"USD"}`.
final class MoneySerde implements Serde<Money> {

  private static final String AMOUNT = "minorUnits";
  private static final String CURRENCY = "currency";
  private static final List<String> FIELDS = List.of(AMOUNT, CURRENCY);

  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends Money> type, Money value)
      throws IOException {
    try (Encoder object = encoder.encodeObject(type)) {
      object.encodeKey(AMOUNT);
      object.encodeLong(value.minorUnits());
      object.encodeKey(CURRENCY);
      object.encodeString(value.currency().getCurrencyCode());
    }
  }

  @Override
  public Money deserialize(Decoder decoder, DecoderContext context, Argument<? super Money> type)
      throws IOException {
    List<Object> fields = FixedFields.read(decoder, type, FIELDS, MoneySerde::field);
    return new Money((long) fields.getFirst(), (Currency) fields.getLast());
  }

  private static Object field(String name, Decoder decoder) throws IOException {
    if (name.equals(AMOUNT)) {
      return wholeUnits(decoder.decodeBigDecimal());
    }
    try {
      return Currency.getInstance(decoder.decodeString());
    } catch (IllegalArgumentException e) {
      throw new SerdeException("not a currency of ISO 4217", e);
    }
  }

  /// A part of a cent is a mistake of whoever sends it, never something to be left out.
  private static long wholeUnits(BigDecimal number) throws SerdeException {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      throw new SerdeException("not a whole number of the smallest unit", e);
    }
  }
}
