package com.aiqleads.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Of classes that keep secrets or decide who may do what, every branch is tried: the build refuses
/// those that the root POM names. A class that it should name, or names wrongly, is refused here.
class SecretsAreTriedTest {

  private static final Pattern NAMED =
      Pattern.compile("<include>(com\\.aiqleads\\.[A-Za-z0-9.]+\\*?)</include>");

  /// What seals, signs, compares secrets or has keys.
  private static final Pattern KEEPS_SECRETS =
      Pattern.compile(
          "import javax\\.crypto\\.|import java\\.security\\.Signature;|MessageDigest\\.isEqual"
              + "|\\bFieldCipher\\b|\\bKmsClient\\b");

  private static final String SOURCES = "/src/main/java/";

  @Test
  void allThatKeepSecretsAreNamed() {
    assertThat(classes().filter(SecretsAreTriedTest::isDeployed).filter(this::keepsSecrets))
        .hasSizeGreaterThan(20)
        .map(SecretsAreTriedTest::name)
        .allSatisfy(
            name -> assertThat(named()).as(name).anyMatch(pattern -> matches(pattern, name)));
  }

  @Test
  void allThatAreNamedExist() {
    List<String> names = classes().map(SecretsAreTriedTest::name).toList();

    assertThat(named())
        .hasSizeGreaterThan(50)
        .allSatisfy(
            pattern -> assertThat(names).as(pattern).anyMatch(name -> matches(pattern, name)));
  }

  private static boolean matches(String pattern, String name) {
    return pattern.endsWith("*")
        ? name.startsWith(pattern.substring(0, pattern.length() - 1))
        : name.equals(pattern);
  }

  private boolean keepsSecrets(Path source) {
    return KEEPS_SECRETS.matcher(Documents.text(source)).find();
  }

  /// What only plays others on a laptop keeps no secret of anybody.
  private static boolean isDeployed(Path source) {
    return !source.startsWith(Repository.ROOT.resolve("shared/local"));
  }

  private static Set<String> named() {
    String pom = Documents.text("pom.xml");
    String from = pom.substring(pom.indexOf("<element>CLASS</element>"));
    return new TreeSet<>(
        Documents.found(NAMED, from.substring(0, from.indexOf("<counter>BRANCH</counter>"))));
  }

  private static Stream<Path> classes() {
    return Stream.of("functions", "shared")
        .flatMap(folder -> Documents.files(folder, ".java").stream())
        .filter(file -> file.toString().contains(SOURCES));
  }

  private static String name(Path source) {
    String path = source.toString();
    return path.substring(path.indexOf(SOURCES) + SOURCES.length())
        .replace(".java", "")
        .replace('/', '.');
  }
}
