package com.aiqleads.events;

import com.aiqleads.kernel.GeoPoint;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Encoder;
import io.micronaut.serde.Serde;
import io.micronaut.serde.exceptions.SerdeException;
import java.io.IOException;
import java.util.List;

/// `{"latitude":25.76,"longitude":-80.19}`.
final class GeoPointSerde implements Serde<GeoPoint> {

  private static final String LATITUDE = "latitude";
  private static final String LONGITUDE = "longitude";
  private static final List<String> FIELDS = List.of(LATITUDE, LONGITUDE);

  @Override
  public void serialize(
      Encoder encoder, EncoderContext context, Argument<? extends GeoPoint> type, GeoPoint value)
      throws IOException {
    try (Encoder object = encoder.encodeObject(type)) {
      object.encodeKey(LATITUDE);
      object.encodeDouble(value.latitude());
      object.encodeKey(LONGITUDE);
      object.encodeDouble(value.longitude());
    }
  }

  @Override
  public GeoPoint deserialize(
      Decoder decoder, DecoderContext context, Argument<? super GeoPoint> type) throws IOException {
    List<Object> fields =
        FixedFields.read(decoder, type, FIELDS, (field, object) -> object.decodeDouble());
    try {
      return new GeoPoint((double) fields.getFirst(), (double) fields.getLast());
    } catch (IllegalArgumentException e) {
      throw new SerdeException(e.getMessage(), e);
    }
  }
}
