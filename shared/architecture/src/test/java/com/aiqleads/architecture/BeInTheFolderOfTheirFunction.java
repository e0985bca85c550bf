package com.aiqleads.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// `com.aiqleads.marketplace.pricelead.PriceLeadHandler` belongs to
/// `functions/marketplace/price-lead`, and to no other place.
final class BeInTheFolderOfTheirFunction extends ArchCondition<JavaClass> {

  BeInTheFolderOfTheirFunction() {
    super("be in the folder of their function");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String words =
        type.getSimpleName()
            .replaceFirst("Handler$", "")
            .replaceAll("(?<=.)(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT);
    String[] packages = type.getPackageName().split("\\.");
    String context = packages.length > 2 ? packages[2] : "";
    Path folder = Repository.ROOT.resolve("functions").resolve(context).resolve(words);
    boolean inPlace =
        packages.length == 4
            && packages[3].equals(words.replace("-", ""))
            && Files.exists(folder.resolve("function.yaml"));
    events.add(new SimpleConditionEvent(type, inPlace, type.getName() + " needs " + folder));
  }
}
