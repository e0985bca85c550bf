package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.Address;
import com.aiqleads.acquisition.Lead;
import com.aiqleads.acquisition.address.Street;
import com.aiqleads.kernel.Money;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Weighs an advertisement against a lead.
final class Comparison {

  private static final double CLOSE = 0.10;
  private static final double FAR = 0.40;

  private Comparison() {}

  static Match of(Advertisement one, Lead lead) {
    List<Evidence> evidence = new ArrayList<>();
    addresses(one.address(), lead.address(), evidence);
    if (!Collections.disjoint(one.contact().phones(), lead.contact().phones())) {
      evidence.add(Evidence.SAME_PHONE);
    }
    if (!Collections.disjoint(one.contact().emails(), lead.contact().emails())) {
      evidence.add(Evidence.SAME_EMAIL);
    }
    Integer rooms = one.listing().property().bedrooms();
    Integer otherRooms = lead.listing().property().bedrooms();
    if (rooms != null && otherRooms != null) {
      evidence.add(rooms.equals(otherRooms) ? Evidence.SAME_ROOMS : Evidence.OTHER_ROOMS);
    }
    prices(one.listing().price(), lead.listing().price(), evidence);
    return Match.of(evidence);
  }

  private static void addresses(Address one, Address other, List<Evidence> evidence) {
    Home home = Home.at(one);
    Home otherHome = Home.at(other);
    evidence.add(
        one.zip().equals(other.zip())
            ? streets(home.street(), otherHome.street())
            : Evidence.OTHER_STREET);
    if (!home.unit().equals(otherHome.unit())) {
      boolean unknown = home.unit().isEmpty() || otherHome.unit().isEmpty();
      evidence.add(unknown ? Evidence.UNIT_UNKNOWN : Evidence.OTHER_UNIT);
    }
  }

  private static Evidence streets(Street one, Street other) {
    if (one.text().equals(other.text())) {
      return Evidence.SAME_STREET;
    }
    boolean similar =
        one.number().equals(other.number())
            && one.name().equals(other.name())
            && compatible(one.predirectional(), other.predirectional())
            && compatible(one.suffix(), other.suffix())
            && compatible(one.postdirectional(), other.postdirectional());
    return similar ? Evidence.SIMILAR_STREET : Evidence.OTHER_STREET;
  }

  private static boolean compatible(String one, String other) {
    return one.isEmpty() || other.isEmpty() || one.equals(other);
  }

  private static void prices(@Nullable Money one, @Nullable Money other, List<Evidence> evidence) {
    if (one == null || other == null) {
      return;
    }
    double larger = Math.max(one.minorUnits(), other.minorUnits());
    double apart = Math.abs(one.minorUnits() - other.minorUnits()) / larger;
    if (apart <= CLOSE) {
      evidence.add(Evidence.CLOSE_PRICE);
    } else if (apart > FAR) {
      evidence.add(Evidence.FAR_PRICE);
    }
  }
}
