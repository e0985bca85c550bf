package com.aiqleads.local.sandbox;

import java.util.List;

/// What names, streets and advertisements are made of.
final class Words {

  static final List<String> FIRST_NAMES =
      list(
          """
          Maria, James, Linda, Carlos, Susan, David, Aisha, Robert, Grace, Miguel, Karen, Thomas,
          Priya, Daniel, Nancy, Omar, Rachel, Steven, Yolanda, Peter, Elena, Marcus, Joan, Victor,
          Hannah, Luis, Denise, Andre, Kim, Walter
          """);

  static final List<String> LAST_NAMES =
      list(
          """
          Alder, Bexley, Calloway, Dunmore, Estrella, Fairwind, Garland, Hollins, Ibarra, Jessup,
          Kestrel, Lindqvist, Marlowe, Nakamoto, Oakhurst, Pemberly, Quintero, Redfern, Salcedo,
          Thornbury, Underhill, Valdane, Westbrook, Yarrow, Zamora, O'Dell, St. Clair, Muñoz,
          Van Houten, Whitlock
          """);

  static final List<String> STREET_NAMES =
      list(
          """
          Oak, Maple, Cedar, Palm, Magnolia, Cypress, Juniper, Willow, Sycamore, Hibiscus,
          Bluebonnet, Saguaro, Peachtree, Columbine, Ridge, Valley View, Lake Shore, Sunset, Orchard,
          Meadow, Canyon, Mission, Park, Lincoln, Jefferson, Madison, Franklin, Clifton, Highland,
          Brookside, Heron, Mockingbird, Quail Run, Stonegate, Harbor, Cherry, Pecan, Laurel, Aspen,
          Larkspur
          """);

  static final List<String> MAIL_DOMAINS =
      list("postbox.example, letterbox.example, mailroom.example, homemail.example");

  static final List<String> OPENINGS =
      """
      Move-in ready and lovingly kept by its second owner.
      Bright, quiet and close to everything.
      Fully renovated last year: new roof, new windows, new kitchen.
      A rare chance in a street where homes seldom come up.
      Priced to sell, bring your offer.
      Great bones, needs some paint and a gardener.
      Lived in by one family since it was built.
      """
          .lines()
          .toList();

  static final List<String> MIDDLES =
      """
      Split floor plan with a large living room and plenty of closets.
      Chef's kitchen with quartz counters & stainless appliances.
      Fenced back yard with a covered patio, fruit trees and room for a pool.
      Primary suite with walk-in closet and double vanity.
      Air conditioning, water heater and roof are all under ten years old.
      Walk to parks, schools, shops and the train.
      Low taxes, no HOA, no flood zone.
      HOA covers water, insurance, gym and 24/7 security.
      """
          .lines()
          .toList();

  static final List<String> AMENITIES =
      list(
          """
          Central air, Washer and dryer, Two-car garage, Swimming pool, Fireplace, Hardwood floors,
          Solar panels, Impact windows, Security system, Walk-in closets, Covered patio, Fenced yard
          """);

  private Words() {}

  private static List<String> list(String text) {
    return List.of(text.strip().split(",\\s+"));
  }
}
