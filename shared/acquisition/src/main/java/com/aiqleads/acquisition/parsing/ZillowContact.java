package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.RawContact;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who sells a home, in each shape that Zillow has it. Agents who only advertise beside the home
/// stand in the same places and are left.
record ZillowContact(Json home, boolean byOwner, List<String> drawnPhones) {

  private static final String NAME = "NAME";
  private static final String PHONE = "PHONE";
  private static final Set<String> NO_NAMES =
      Set.of("property owner", "owner", "for sale by owner", "fsbo", "seller");
  private static final int MAX_LISTED = 10;

  ZillowContact {
    drawnPhones = List.copyOf(drawnPhones);
  }

  RawContact contact() {
    Set<String> phones = new LinkedHashSet<>();
    elements(PHONE).forEach(phones::add);
    phones(home.get("listingProvider").get("phoneNumber")).forEach(phones::add);
    phones(info().get("agentPhoneNumber")).forEach(phones::add);
    module().stream().flatMap(module -> phones(module.get("phone"))).forEach(phones::add);
    if (byOwner) {
      phones.addAll(drawnPhones);
    }
    return new RawContact(name(), distinct(phones), emails());
  }

  /// A number once, however it is written.
  private static List<String> distinct(Set<String> phones) {
    Set<String> digits = new LinkedHashSet<>();
    return phones.stream().filter(phone -> digits.add(CraigslistText.letters(phone))).toList();
  }

  private @Nullable String name() {
    return Stream.of(
            elements(NAME),
            Stream.ofNullable(info().get("agentName").text()),
            module().stream().flatMap(module -> texts(module.get("display_name"))))
        .flatMap(names -> names)
        .filter(name -> name.length() <= Bounds.MAX_LINE_LENGTH)
        .filter(name -> !NO_NAMES.contains(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  private List<String> emails() {
    return Stream.concat(
            texts(info().get("agentEmail")),
            module().stream().flatMap(module -> texts(module.get("email"))))
        .filter(mail -> mail.contains("@"))
        .distinct()
        .toList();
  }

  private Json info() {
    return home.get("attributionInfo");
  }

  /// What everybody who lists the home says of themselves, brokers' offices but last.
  private Stream<String> elements(String id) {
    return home.get("listedBy")
        .elements()
        .limit(MAX_LISTED)
        .sorted((one, other) -> Boolean.compare(isOffice(one), isOffice(other)))
        .flatMap(lister -> lister.get("elements").elements().limit(MAX_LISTED))
        .filter(element -> id.equals(element.get("id").text()))
        .flatMap(element -> texts(element.get("text")));
  }

  private static boolean isOffice(Json lister) {
    return Objects.requireNonNullElse(lister.get("id").text(), "").contains("BROKER");
  }

  /// The form's own person: one whose badge tells of the owner or of who lists the home, or without
  /// a badge where the owner sells. Others pay to stand there.
  private Optional<Json> module() {
    Json module = home.get("contactFormRenderData").get("data").get("agent_module");
    String badge = Bounds.line(module.get("badge_type").text());
    String words = badge == null ? "" : badge.toLowerCase(Locale.ROOT);
    boolean own = badge == null ? byOwner : words.contains("owner") || words.contains("listing");
    return own && module.value() != null ? Optional.of(module) : Optional.empty();
  }

  /// A text, or a number in its three parts.
  private static Stream<String> phones(Json phone) {
    String area = phone.get("areacode").text();
    String prefix = phone.get("prefix").text();
    String number = phone.get("number").text();
    return area == null || prefix == null || number == null
        ? texts(phone)
        : Stream.of("(" + area + ") " + prefix + "-" + number);
  }

  private static Stream<String> texts(Json value) {
    return Stream.ofNullable(value.text());
  }
}
