package com.aiqleads.acquisition.checkfraud;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.RawAddress;
import com.aiqleads.acquisition.RawContact;
import com.aiqleads.acquisition.address.AddressReading.Normalised;
import com.aiqleads.acquisition.address.AddressReading.Unreadable;
import com.aiqleads.acquisition.address.Addresses;
import com.aiqleads.acquisition.validation.ListingValidation;
import com.aiqleads.kernel.Money;
import com.aiqleads.lambda.http.Fields;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"title", "priceDollars", "street", "city", "state", "zip"})
record FraudCheckRequest(
    @Schema(maxLength = 300) @Nullable String title,
    @Schema(maxLength = 10000) @Nullable String description,
    @Schema(minimum = "5000", maximum = "200000000") @Nullable Integer priceDollars,
    @Schema(example = "house", description = "Other if it is not said") @Nullable String type,
    @Schema(minimum = "0", maximum = "100") @Nullable Integer bedrooms,
    @Schema(minimum = "1", maximum = "1000000") @Nullable Integer livingAreaSqft,
    @Schema(example = "12 Elm Street, Apt 4") @Nullable String street,
    @Nullable String city,
    @Schema(example = "FL") @Nullable String state,
    @Schema(example = "33145") @Nullable String zip,
    @Schema(example = "miami-fl", description = "For prices where the ZIP code has too few homes")
        @Nullable String market,
    @Schema(maxLength = 200) @Nullable String contactName,
    @Schema(description = "At most 5") @Nullable List<String> phones,
    @Schema(description = "At most 5") @Nullable List<String> emails,
    @Schema(description = "At most 50") @Nullable List<String> photoUrls,
    @Schema(format = "uri", description = "Where the seller's other listings are")
        @Nullable String sellerUrl) {

  static final int MAX_TITLE = 300;
  static final int MAX_DESCRIPTION = 10_000;
  static final int MAX_LINE = 200;
  static final int MAX_URL = 2_000;
  static final int MAX_CONTACTS = 5;
  static final int MAX_PHOTOS = 50;
  static final int MAX_BEDROOMS = 100;
  static final int MAX_SQFT = 1_000_000;

  Posted checked() {
    Fields fields = new Fields();
    Optional<String> named = fields.require("title", title, text -> text, "is required");
    bounded("title", title, MAX_TITLE, fields);
    bounded("description", description, MAX_DESCRIPTION, fields);
    bounded("market", market, MAX_LINE, fields);
    bounded("contactName", contactName, MAX_LINE, fields);
    bounded("sellerUrl", sellerUrl, MAX_URL, fields);
    Optional<Money> price = price(fields);
    PropertyType kind = type(fields);
    within("bedrooms", bedrooms, 0, MAX_BEDROOMS, fields);
    within("livingAreaSqft", livingAreaSqft, 1, MAX_SQFT, fields);
    Optional<Address> address = address(fields);
    List<String> numbers = list("phones", phones, MAX_CONTACTS, MAX_LINE, fields);
    List<String> mails = list("emails", emails, MAX_CONTACTS, MAX_LINE, fields);
    List<String> photos = list("photoUrls", photoUrls, MAX_PHOTOS, MAX_URL, fields);
    fields.throwIfAnyIsWrong();
    return new Posted(
        named.orElseThrow(),
        description == null ? "" : description,
        price.orElseThrow(),
        new Property(kind, bedrooms, null, livingAreaSqft, null, null),
        address.orElseThrow(),
        market == null ? "" : market,
        new RawContact(contactName, numbers, mails),
        photos,
        sellerUrl);
  }

  private Optional<Money> price(Fields fields) {
    if (priceDollars == null) {
      fields.refuse("priceDollars", "is required");
      return Optional.empty();
    }
    Money price = Money.usd(priceDollars * 100L);
    if (!ListingValidation.isPlausible(price)) {
      fields.refuse("priceDollars", "must be 5000 to 200000000");
    }
    return Optional.of(price);
  }

  private PropertyType type(Fields fields) {
    return type == null
        ? PropertyType.OTHER
        : fields
            .require("type", type, PropertyType::of, "must be a type such as house or condo")
            .orElse(PropertyType.OTHER);
  }

  private Optional<Address> address(Fields fields) {
    for (var part : List.of("street", "city", "state", "zip")) {
      String text =
          switch (part) {
            case "street" -> street;
            case "city" -> city;
            case "state" -> state;
            default -> zip;
          };
      fields.require(part, text, said -> said, "is required");
      bounded(part, text, MAX_LINE, fields);
    }
    if (street == null || city == null || state == null || zip == null) {
      return Optional.empty();
    }
    return switch (Addresses.normalise(new RawAddress(street, city, state, zip))) {
      case Normalised(Address address) -> Optional.of(address);
      case Unreadable(var fault) -> {
        fields.refuse("street", fault.text());
        yield Optional.empty();
      }
    };
  }

  private static void within(
      String field, @Nullable Integer number, int min, int max, Fields fields) {
    if (number != null && (number < min || number > max)) {
      fields.refuse(field, "must be " + min + " to " + max);
    }
  }

  private static void bounded(String field, @Nullable String text, int max, Fields fields) {
    if (text != null && text.length() > max) {
      fields.refuse(field, "must be at most " + max + " characters");
    }
  }

  private static List<String> list(
      String field, @Nullable List<String> texts, int max, int maxLength, Fields fields) {
    List<String> said = texts == null ? List.of() : texts;
    if (said.size() > max) {
      fields.refuse(field, "must be at most " + max);
    }
    IntStream.range(0, said.size())
        .forEach(at -> bounded(field + "[" + at + "]", said.get(at), maxLength, fields));
    return said;
  }
}
