package com.aiqleads.marketplace.managedeliveries;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.marketplace.delivery.EndpointAddress;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = "address")
record EndpointRequest(
    @Schema(format = "uri", maxLength = EndpointAddress.MOST_CHARACTERS) @Nullable String address) {

  URI checked(boolean onLaptop) {
    Fields fields = new Fields();
    Optional<URI> checked =
        fields.require(
            "address",
            address,
            text -> EndpointAddress.checked(text, onLaptop),
            "must be an https address of a server with a name, of at most "
                + EndpointAddress.MOST_CHARACTERS
                + " characters");
    fields.throwIfAnyIsWrong();
    return checked.orElseThrow();
  }
}
