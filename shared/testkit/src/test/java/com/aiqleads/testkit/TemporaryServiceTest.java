package com.aiqleads.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.local.services.Service;
import org.junit.jupiter.api.Test;

class TemporaryServiceTest {
  @Test
  void leavesNothingBehind() {
    var service = TemporaryService.start(Service.S3);
    assertThat(service.data()).isDirectory();

    service.close();

    assertThat(service.data()).doesNotExist();
    assertThat(service.services().process(Service.S3).isAlive()).isFalse();
  }
}
