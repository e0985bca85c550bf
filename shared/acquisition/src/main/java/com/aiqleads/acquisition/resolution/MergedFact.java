package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Location;
import com.aiqleads.acquisition.PropertyType;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Money;
import com.aiqleads.kernel.Phone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A field of a lead: what an advertisement says of it, if anything, and by which rule one of them
/// speaks for it.
record MergedFact<T>(String field, SurvivorRule rule, Function<Advertisement, @Nullable T> said) {

  static final MergedFact<String> TITLE =
      new MergedFact<>("title", SurvivorRule.SAYS_MOST, one -> one.listing().title());
  static final MergedFact<String> DESCRIPTION =
      fullest("description", one -> one.listing().description());
  static final MergedFact<Money> PRICE =
      new MergedFact<>("price", SurvivorRule.SEEN_LAST, one -> one.listing().price());
  static final MergedFact<PropertyType> TYPE =
      fullest("propertyType", one -> known(one.listing().property().type()));
  static final MergedFact<Integer> BEDROOMS =
      fullest("bedrooms", one -> one.listing().property().bedrooms());
  static final MergedFact<BigDecimal> BATHROOMS =
      fullest("bathrooms", one -> one.listing().property().bathrooms());
  static final MergedFact<Integer> LIVING_AREA =
      fullest("livingAreaSqft", one -> one.listing().property().livingAreaSqft());
  static final MergedFact<Integer> LOT_SIZE =
      fullest("lotSizeSqft", one -> one.listing().property().lotSizeSqft());
  static final MergedFact<Integer> YEAR_BUILT =
      fullest("yearBuilt", one -> one.listing().property().yearBuilt());
  static final MergedFact<LocalDate> LISTED_ON =
      fullest("listedOn", one -> one.listing().listedOn());
  static final MergedFact<List<String>> PHOTOS =
      fullest("photoUrls", one -> any(one.listing().photoUrls()));
  static final MergedFact<String> MLS_NUMBER =
      fullest("mlsNumber", one -> one.listing().mlsNumber());
  static final MergedFact<Address> ADDRESS =
      new MergedFact<>("address", SurvivorRule.NAMES_THE_UNIT, Advertisement::address);
  static final MergedFact<Location> LOCATION =
      new MergedFact<>("location", SurvivorRule.MOST_EXACT, Advertisement::location);
  static final MergedFact<String> SELLER = fullest("sellerName", one -> one.contact().name());
  static final MergedFact<List<Phone>> PHONES = together("phones", one -> one.contact().phones());
  static final MergedFact<List<Email>> EMAILS = together("emails", one -> one.contact().emails());

  private static final List<MergedFact<?>> ALL =
      List.of(
          TITLE,
          DESCRIPTION,
          PRICE,
          TYPE,
          BEDROOMS,
          BATHROOMS,
          LIVING_AREA,
          LOT_SIZE,
          YEAR_BUILT,
          LISTED_ON,
          PHOTOS,
          MLS_NUMBER,
          ADDRESS,
          LOCATION,
          SELLER,
          PHONES,
          EMAILS);

  private static <T> MergedFact<T> fullest(
      String field, Function<Advertisement, @Nullable T> said) {
    return new MergedFact<>(field, SurvivorRule.FULLEST_THAT_SAYS_IT, said);
  }

  private static <T> MergedFact<List<T>> together(
      String field, Function<Advertisement, List<T>> said) {
    return new MergedFact<>(field, SurvivorRule.TOGETHER, one -> any(said.apply(one)));
  }

  private static @Nullable PropertyType known(PropertyType type) {
    return type == PropertyType.OTHER ? null : type;
  }

  private static <T> @Nullable List<T> any(List<T> some) {
    return some.isEmpty() ? null : some;
  }

  static List<Survivor> survivors(List<Advertisement> bestFirst) {
    return ALL.stream().flatMap(fact -> fact.survivor(bestFirst).stream()).toList();
  }

  /// None, if no advertisement says anything of it.
  private Optional<Survivor> survivor(List<Advertisement> bestFirst) {
    return speaker(bestFirst)
        .map(
            one ->
                new Survivor(
                    field,
                    rule,
                    (rule == SurvivorRule.TOGETHER ? speakers(bestFirst) : Stream.of(one))
                        .map(speaker -> speaker.listing().id())
                        .toList()));
  }

  /// What the lead says.
  @Nullable T of(List<Advertisement> bestFirst) {
    Optional<Advertisement> speaker = speaker(bestFirst);
    return speaker.isEmpty() ? null : said.apply(speaker.get());
  }

  /// Of equals by the rule the best one.
  private Optional<Advertisement> speaker(List<Advertisement> bestFirst) {
    return switch (rule) {
      case SAYS_MOST, FULLEST_THAT_SAYS_IT, TOGETHER -> speakers(bestFirst).findFirst();
      case SEEN_LAST -> speakers(bestFirst).min(Merging.NEWEST_FIRST);
      case NAMES_THE_UNIT ->
          speakers(bestFirst)
              .min(Comparator.comparingInt(one -> one.address().unit() == null ? 1 : 0));
      case MOST_EXACT ->
          speakers(bestFirst).min(Comparator.comparing(one -> one.location().accuracy()));
    };
  }

  private Stream<Advertisement> speakers(List<Advertisement> bestFirst) {
    return bestFirst.stream().filter(one -> said.apply(one) != null);
  }
}
