package com.aiqleads.local.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ServicesChoiceTest {

  @Test
  void isEmbeddedUnlessSaidOtherwise() {
    assertThat(ServicesChoice.of("")).isEqualTo(ServicesChoice.EMBEDDED);
    assertThat(ServicesChoice.of("embedded")).isEqualTo(ServicesChoice.EMBEDDED);
    assertThat(ServicesChoice.of("localstack")).isEqualTo(ServicesChoice.LOCALSTACK);
  }

  @Test
  void refusesAnyOther() {
    assertThatThrownBy(() -> ServicesChoice.of("docker"))
        .isInstanceOf(StartRefused.class)
        .hasMessage("-Dlocal.services=docker is unknown: there are embedded and localstack");
  }

  @Test
  void keepsItsHandsOffTheDataOfEmbeddedServices() {
    Path data = Path.of("/a/.local");

    assertThat(ServicesChoice.EMBEDDED.data(data)).isEqualTo(data);
    assertThat(ServicesChoice.LOCALSTACK.data(data)).isEqualTo(Path.of("/a/.local-localstack"));
  }
}
