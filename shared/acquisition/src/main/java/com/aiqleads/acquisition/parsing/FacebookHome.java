package com.aiqleads.acquisition.parsing;

import com.aiqleads.acquisition.Property;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.acquisition.parsing.Readings.Said;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// What an advertisement says of the home: its rooms, its size and what kind it is.
record FacebookHome(FacebookAnswers answers, FacebookDrawn drawn) {

  private static final int MAX_LABELS = 40;

  Property property() {
    List<String> labels = labels();
    String sections = String.join(", ", labels.stream().filter(FacebookHome::isFact).toList());
    String bounded = Figures.shortened(sections, Bounds.MAX_LINE_LENGTH);
    Integer bedrooms =
        answers.said(
            "bedrooms",
            Objects::equals,
            "unit_room_info",
            part -> FacebookText.bedrooms(part.get("unit_room_info").text()),
            List.of(
                new Said<>("pdp_display_sections", FacebookText.bedrooms(bounded)),
                new Said<>("drawn rooms", drawn.bedrooms())));
    BigDecimal bathrooms =
        answers.said(
            "bathrooms",
            Objects::equals,
            "unit_room_info",
            part -> ZillowText.bathrooms(part.get("unit_room_info").text()),
            List.of(
                new Said<>("pdp_display_sections", ZillowText.bathrooms(bounded)),
                new Said<>("drawn rooms", drawn.bathrooms())));
    Integer area =
        answers.said(
            "living area",
            Objects::equals,
            "unit_area_info",
            part -> FacebookText.area(part.get("unit_area_info").text()),
            List.of(
                new Said<>("pdp_display_sections", FacebookText.area(bounded)),
                new Said<>("drawn size", drawn.area())));
    return new Property(type(labels), bedrooms, bathrooms, area, null, null);
  }

  private PropertyType type(List<String> labels) {
    List<String> texts = new ArrayList<>();
    answers
        .texts("property_type")
        .map(FacebookText::words)
        .filter(Objects::nonNull)
        .forEach(texts::add);
    labels.stream().filter(label -> !isFact(label)).forEach(texts::add);
    answers
        .texts("custom_title")
        .map(FacebookText::words)
        .filter(Objects::nonNull)
        .forEach(texts::add);
    return PropertyType.in(texts.toArray(String[]::new));
  }

  /// What the sections of the page say of the home, each line by itself.
  private List<String> labels() {
    return answers
        .all()
        .flatMap(part -> part.get("pdp_display_sections").elements())
        .flatMap(section -> section.get("pdp_fields").elements())
        .flatMap(field -> Stream.ofNullable(field.get("display_label").text()))
        .filter(label -> label.length() <= Bounds.MAX_LINE_LENGTH)
        .distinct()
        .limit(MAX_LABELS)
        .toList();
  }

  private static boolean isFact(String label) {
    return FacebookText.bedrooms(label) != null
        || ZillowText.bathrooms(label) != null
        || FacebookText.area(label) != null;
  }
}
