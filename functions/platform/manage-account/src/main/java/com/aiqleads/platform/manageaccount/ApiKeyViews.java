package com.aiqleads.platform.manageaccount;

import com.aiqleads.platform.ApiKey;
import com.aiqleads.platform.Scope;
import com.aiqleads.platform.manageaccount.ManageKeys.Made;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told about API keys.
final class ApiKeyViews {

  private ApiKeyViews() {}

  @Serdeable
  record ApiKeyView(
      String id,
      String name,
      @Schema(description = "The user who made it") String maker,
      List<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {

    static ApiKeyView of(ApiKey key) {
      return new ApiKeyView(
          key.id().text(),
          key.name().value(),
          key.maker().text(),
          key.scopes().stream().map(Scope::text).sorted().toList(),
          key.createdAt(),
          key.expiresAt(),
          key.lastUsedAt().orElse(null));
    }

    @Override
    public String toString() {
      return "ApiKeyView[" + id + "]";
    }
  }

  @Serdeable
  record ApiKeysView(List<ApiKeyView> keys) {}

  @Serdeable
  record ApiKeyMadeView(
      ApiKeyView key,
      @Schema(description = "For `POST /tokens`; nobody can show it again") String apiKey) {

    static ApiKeyMadeView of(Made made) {
      return new ApiKeyMadeView(ApiKeyView.of(made.key()), made.secret().text());
    }

    @Override
    public String toString() {
      return "ApiKeyMadeView[***]";
    }
  }
}
