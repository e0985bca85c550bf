package com.aiqleads.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FunctionZipTest {

  private static final int MEGABYTE = 1024 * 1024;
  private static final byte[] SMALL = new byte[10];

  @TempDir private Path folder;

  @Test
  void letsASmallCleanFunctionPass() throws Exception {
    Path zip =
        zip(Map.of("com/aiqleads/A.class", SMALL, "lib/a.jar", jar("org/slf4j/Logger.class")));

    FunctionZip.main(zip.toString(), "allow=", "megabytes=");

    assertThat(problems(zip)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "io/netty/buffer/ByteBuf.class, netty",
    "org/apache/http/HttpHost.class, apache-client",
    "org/apache/hc/core5/http/HttpHost.class, apache-client",
    "software/amazon/awssdk/http/apache/ApacheHttpClient.class, apache-client",
    "com/fasterxml/jackson/databind/ObjectMapper.class, jackson-databind",
    "org/springframework/core/Ordered.class, spring",
    "org/aspectj/lang/JoinPoint.class, aspectj",
    "org/yaml/snakeyaml/Yaml.class, snakeyaml"
  })
  void refusesWhatIsBannedUnderAnyFileName(String entry, String name) throws Exception {
    Path zip = zip(Map.of("lib/innocent.jar", jar(entry)));

    assertThat(problems(zip)).containsExactly("carries " + name + " (in lib/innocent.jar)");
    assertThat(FunctionZip.problems(zip, List.of(name), "")).isEmpty();
  }

  @Test
  void refusesBannedClassesInTheFunctionItself() throws Exception {
    Path zip = zip(Map.of("org/springframework/A.class", SMALL));

    assertThatIllegalStateException()
        .isThrownBy(() -> FunctionZip.main(zip.toString(), "allow=", "megabytes="))
        .withMessage("function.zip carries spring (in itself)");
  }

  @Test
  void allowsTwentyMegabytesUnpacked() throws Exception {
    assertThat(problems(zip(Map.of("a.bin", new byte[20 * MEGABYTE])))).isEmpty();
    assertThat(problems(zip(Map.of("a.bin", new byte[20 * MEGABYTE + 1]))))
        .containsExactly("is 20.0 MB unpacked; its budget is 20 MB");
  }

  @Test
  void allowsThirtyFiveWithClientsOfTheSdk() throws Exception {
    byte[] client = jar("software/amazon/awssdk/services/sqs/SqsClient.class");
    int rest = 35 * MEGABYTE - client.length;

    assertThat(problems(zip(Map.of("lib/sqs.jar", client, "a.bin", new byte[rest])))).isEmpty();
    assertThat(problems(zip(Map.of("lib/sqs.jar", client, "a.bin", new byte[rest + 1]))))
        .containsExactly("is 35.0 MB unpacked; its budget is 35 MB");
  }

  @Test
  void takesAFunctionsOwnBudget() throws Exception {
    Path zip = zip(Map.of("a.bin", new byte[2 * MEGABYTE]));

    assertThat(FunctionZip.problems(zip, List.of(), "1"))
        .containsExactly("is 2.0 MB unpacked; its budget is 1 MB");
  }

  private static List<String> problems(Path zip) throws IOException {
    return FunctionZip.problems(zip, List.of(), "");
  }

  private Path zip(Map<String, byte[]> entries) throws IOException {
    Path zip = folder.resolve("function.zip");
    try (OutputStream out = Files.newOutputStream(zip)) {
      write(out, entries);
    }
    return zip;
  }

  private static byte[] jar(String entry) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(out, Map.of(entry, SMALL));
    return out.toByteArray();
  }

  private static void write(OutputStream out, Map<String, byte[]> entries) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      zip.putNextEntry(new ZipEntry(entry.getKey()));
      zip.write(entry.getValue());
    }
    zip.finish();
  }
}
