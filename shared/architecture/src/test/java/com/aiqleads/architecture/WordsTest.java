package com.aiqleads.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What may be called what.
class WordsTest {

  private static final String SAYS_NOTHING =
      ".*(Util|Utils|Helper|Helpers|Manager|Impl|Dto|DTO|Common|Misc)";
  private static final String KINSHIP = "(Abstract|Base)[A-Z].*";
  private static final Pattern JUNK_DRAWER =
      Pattern.compile(".*\\.(util|utils|common|helper|helpers|base|manager|impl|dto)(\\..*)?");

  @Test
  void noClassHasANameThatSaysNothing() {
    noClasses()
        .should()
        .haveNameMatching("(.*[.$])?" + SAYS_NOTHING)
        .orShould()
        .haveNameMatching("(.*[.$])?" + KINSHIP)
        .because("a name comes from the domain or from what the class does")
        .check(Repository.CLASSES);
  }

  @Test
  void noPackageIsAJunkDrawer() {
    assertThat(packages()).noneMatch(name -> JUNK_DRAWER.matcher(name).matches());
  }

  @Test
  void everyPackageIsNullMarked() {
    List<String> unmarked =
        Repository.CLASSES.stream()
            .map(JavaClass::getPackage)
            .distinct()
            .filter(it -> !it.isAnnotatedWith(NullMarked.class))
            .map(JavaPackage::getName)
            .sorted()
            .toList();

    assertThat(unmarked).isEmpty();
  }

  private static List<String> packages() {
    return Repository.CLASSES.stream().map(JavaClass::getPackageName).distinct().toList();
  }
}
