package com.aiqleads.platform.manageaccount;

import com.aiqleads.lambda.http.Fields;
import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.Name;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.manageaccount.ManageKeys.Wish;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Serdeable
@Schema(requiredProperties = {"name", "scopes"})
record ApiKeyRequest(
    @Schema(minLength = 1, maxLength = Name.MAX_LENGTH) @Nullable String name,
    @Schema(description = "Such as `marketplace:read`; none that the caller does not have")
        @Nullable List<String> scopes,
    @Schema(description = "90 if not said, 366 at most", minimum = "1", maximum = "366")
        @Nullable Integer lifetimeDays) {

  /// What the caller wants.
  ///
  /// @param allowed the scopes of the caller: nobody gives away more
  Wish checked(Set<String> allowed) {
    Fields fields = new Fields();
    Optional<Name> title = fields.require("name", name, Name::chosen, Name.RULE);
    Set<Scope> chosen = scopes(allowed, fields);
    long days = lifetimeDays == null ? ApiKey.USUAL_LIFETIME.toDays() : lifetimeDays;
    if (days < 1 || days > ApiKey.MAX_LIFETIME.toDays()) {
      fields.refuse("lifetimeDays", "must be 1 to " + ApiKey.MAX_LIFETIME.toDays());
    }
    fields.throwIfAnyIsWrong();
    return new Wish(title.orElseThrow(), chosen, Duration.ofDays(days));
  }

  private Set<Scope> scopes(Set<String> allowed, Fields fields) {
    Set<Scope> chosen = EnumSet.noneOf(Scope.class);
    List<String> texts = scopes == null ? List.of() : scopes;
    if (texts.isEmpty()) {
      fields.refuse("scopes", "is required");
    }
    for (String text : texts) {
      Scope.of(text)
          .filter(scope -> allowed.contains(scope.text()))
          .ifPresentOrElse(
              chosen::add, () -> fields.refuse("scopes", "must be scopes that you have"));
    }
    return chosen;
  }
}
