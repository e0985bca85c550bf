package com.aiqleads.lambda.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aiqleads.lambda.Secrets;
import io.micronaut.serde.ObjectMapper;
import org.junit.jupiter.api.Test;

class ContextDatabaseSecretsTest {

  private static final String SECRET =
      """
      {"host":"h","port":5432,"database":"d","username":"u","password":"%s"}""";

  private record OldAndNew(String old, String renewed) implements Secrets {
    @Override
    public String text(String name) {
      return old;
    }

    @Override
    public String fresh(String name) {
      return renewed;
    }
  }

  @Test
  void readsTheSecretOfTheContext() {
    DatabaseSecrets secrets = secrets(SECRET.formatted("old"), SECRET.formatted("new"));

    assertThat(secrets.current().password()).isEqualTo("old");
    assertThat(secrets.current()).hasToString("u@h:5432/d");
    assertThat(secrets.fresh().password()).isEqualTo("new");
  }

  @Test
  void quotesNothingOfASecretThatItCannotRead() {
    assertThatThrownBy(() -> secrets("{\"password\":\"hush\"", "").current())
        .hasMessageContaining("the secret `database` cannot be read")
        .hasStackTraceContaining("UncheckedIOException")
        .extracting(Throwable::toString)
        .asString()
        .doesNotContain("hush");
  }

  private static DatabaseSecrets secrets(String old, String renewed) {
    return new ContextDatabaseSecrets(new OldAndNew(old, renewed), ObjectMapper.getDefault());
  }
}
