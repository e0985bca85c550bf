package com.aiqleads.local.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParentTest {
  private final List<String> acts = new ArrayList<>();

  @Test
  void stopsTheServiceAndThenExits() {
    Parent.watch(new ByteArrayInputStream(new byte[3]), () -> acts.add("stop"), this::exit);

    assertThat(acts).containsExactly("stop", "exit 0");
  }

  @Test
  void exitsEvenIfStoppingFails() {
    Parent.watch(
        InputStream.nullInputStream(),
        () -> {
          throw new IOException("will not stop");
        },
        this::exit);

    assertThat(acts).containsExactly("exit 1");
  }

  @Test
  void takesBrokenPipeForEndedParent() throws IOException {
    var broken = InputStream.nullInputStream();
    broken.close();

    Parent.watch(broken, () -> acts.add("stop"), this::exit);

    assertThat(acts).containsExactly("stop", "exit 0");
  }

  private void exit(int status) {
    acts.add("exit " + status);
  }
}
