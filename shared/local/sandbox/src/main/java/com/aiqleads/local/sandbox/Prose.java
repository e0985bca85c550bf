package com.aiqleads.local.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Writes about a home in a few sentences, hardly ever in the same.
final class Prose {

  private static final int SENTENCES = 5;

  /// A slot holds its choices, parted by bars.
  private static final List<String> PATTERNS =
      """
      We {redid|rebuilt|gutted and redid|updated|just finished} the {kitchen|main bath|hall bath|laundry room|pantry} {two summers ago|in the spring|before the pandemic|with our own hands|with a good contractor}, in {quartz|butcher block|soapstone|plain white tile|granite}.
      The {roof|furnace|heat pump|water heater|electric panel} was {replaced|serviced|inspected|moved|upgraded} {last winter|a year ago|by the previous owner|after the big storm|when we bought it} and {still has its warranty|has given no trouble|passed every check|came with all the papers|runs quietly}.
      Out back there is {a deck|a shed|a gravel path|a pergola|a vegetable patch} and {two lemon trees|a lilac hedge|an old pecan|raised beds|a clothes line}, {shaded after lunch|in full sun|out of the wind|fenced all round|next to the alley}.
      {Mornings|Evenings|Weekends|Summers|Winters} are {quiet|bright|cool|lively|easy} here, since {the road ends|the lots are deep|trucks may not pass|the trees are tall|most windows look south} {two doors down|behind the garage|by the creek|at the corner|past the school bus stop}.
      The {living room|den|front room|upstairs landing|biggest bedroom} has {oak|maple|cork|slate|bamboo} floors, {a wood stove|a bay window|built-in shelves|a window seat|a brick wall} and {room for a piano|space for a long table|a view of the yard|doors that slide away|very good light}.
      You get {a carport|a garage with a workbench|two parking spots|a long driveway|street parking} with {an outlet for a car|a gate|a roof over it|a drain|new concrete}, plus {an attic|a crawl space|a dry cellar|a loft|a storage unit} {for bikes|for tools|nobody ever used|with lights|with shelves}.
      {Taxes|Insurance|Utility bills|Association dues|Water costs} {were low|stayed the same|went down|are modest|surprised us} {last year|since the panels|since the new windows|for a home this size|after the reassessment}, and we {kept|can show|have scanned|will share|filed} {every bill|all receipts|the survey|the permits|the plans}.
      What we will miss: {the porch|the neighbors' barbecue|the smell of rain|the big tub|the breakfast nook}, {the walk to the bakery|the bus to downtown|the pond|the bike trail|the library around the corner}, and {the sunsets|the silence|the owls|the stars|the thunderstorms}.
      It needs {nothing but paint|a new fence|some love in the garden|carpet upstairs|a handyman for a weekend}; we {priced it so|had a quote made|started on it|left the material|took it off the price} and {are happy to explain|hide nothing|have photos of all of it|can recommend somebody|would do it again}.
      {Two|Three|Both|All|Some} of the {bedrooms|closets|bathrooms|ceilings|doors} were {enlarged|repainted|insulated|moved|restored} {by an architect|by my uncle|over the years|last fall|to code}, in {warm grey|off-white|a soft green|natural wood|pale blue}.
      We are {moving closer to work|downsizing|buying a boat|building elsewhere|joining our daughter}, so closing {can be quick|may take until summer|is flexible|should wait for June|works with a rent-back}, and {the washer|the piano|the porch swing|most furniture|the riding mower} {stays|can stay|is yours|goes with us|is for sale, too}.
      {Cell service|Fiber internet|The school bus|A farmers market|A fire station} is {on the block|two streets over|five minutes off|at the end of the lane|close by}, while {the highway|the airport|the stadium|the rail line|the shopping strip} is {far enough|hardly heard|ten minutes away|behind the hill|across the river}.
      """
          .lines()
          .toList();

  private Prose() {}

  static String drawn(SplittableRandom random) {
    List<String> left = new ArrayList<>(PATTERNS);
    StringBuilder prose = new StringBuilder();
    for (int at = 0; at < SENTENCES; at++) {
      String pattern = left.remove(random.nextInt(left.size()));
      prose.append(at == 0 ? "" : " ").append(filled(pattern, random));
    }
    return prose.toString();
  }

  private static String filled(String pattern, SplittableRandom random) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      String[] choices = pattern.substring(open + 1, close).split("\\|", -1);
      text.append(pattern, from, open).append(choices[random.nextInt(choices.length)]);
      from = close + 1;
    }
    return text.append(pattern.substring(from)).toString();
  }

  /// As somebody leaves it who wants not to be found by a search: one sentence is gone.
  static String touchedUp(String prose, SplittableRandom random) {
    List<String> sentences = new ArrayList<>(List.of(prose.split("(?<=\\.) ", -1)));
    sentences.remove(random.nextInt(sentences.size()));
    return String.join(" ", sentences);
  }
}
