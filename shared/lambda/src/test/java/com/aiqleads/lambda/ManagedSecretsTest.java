package com.aiqleads.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;

class ManagedSecretsTest {

  private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final ManagedSecrets secrets =
      new ManagedSecrets(FakeSecrets::new, new Names("test", "demo"), now::get);

  private final class FakeSecrets implements SecretsManagerClient {
    @Override
    public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
      return GetSecretValueResponse.builder()
          .secretString(request.secretId() + " " + asked.incrementAndGet())
          .build();
    }

    @Override
    public String serviceName() {
      return "secretsmanager";
    }

    @Override
    public void close() {
      asked.set(0);
    }
  }

  @Test
  void asksOnceInFiveMinutes() {
    assertThat(secrets.text("a")).isEqualTo("aiqleads/test/demo/a 1");

    now.set(START.plusSeconds(299));
    assertThat(secrets.text("a")).endsWith(" 1");

    now.set(START.plusSeconds(300));
    assertThat(secrets.text("a")).endsWith(" 2");
  }

  @Test
  void asksAgainWhenToldThatItIsOld() {
    secrets.text("a");

    assertThat(secrets.fresh("a")).endsWith(" 2");
    assertThat(secrets.text("a")).endsWith(" 2");
  }
}
