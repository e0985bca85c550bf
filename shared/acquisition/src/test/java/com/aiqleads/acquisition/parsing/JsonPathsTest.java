package com.aiqleads.acquisition.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonPathsTest {

  private static final List<String> PRICE = List.of("home", "price");
  private static final List<String> BEDS = List.of("home", "rooms", "beds");
  private static final List<String> TOTAL = List.of("total");

  @Test
  void findsAllPathsInOneWalkWhereverTheyStand() {
    String text = "{'total':3,'x':[{'price':1}],'home':{'price':2,'rooms':{'baths':9,'beds':4}}}";

    assertThat(texts(text)).isEqualTo(Map.of(TOTAL, "3", PRICE, "2", BEDS, "4"));
  }

  @Test
  void whatStandsElsewhereUnderTheSameNameIsNotFound() {
    assertThat(texts("{'price':1,'rooms':{'beds':4},'home':[{'price':2}]}")).isEmpty();
    assertThat(texts("{'home':7}")).isEmpty();
    assertThat(texts("[{'total':3}]")).isEmpty();
  }

  @Test
  void ofSeveralMembersOfOneNameTheFirstIsTheOne() {
    assertThat(texts("{'home':{'price':1},'home':{'price':2,'rooms':{'beds':4}},'total':5}"))
        .isEqualTo(Map.of(PRICE, "1", TOTAL, "5"));
    assertThat(texts("{'total':1,'total':2}")).isEqualTo(Map.of(TOTAL, "1"));
  }

  @Test
  void ofATornTextWhatStandsBeforeItsEnd() {
    assertThat(texts("{'total':3,'home':{'price':2,'rooms':{'beds':4,"))
        .isEqualTo(Map.of(TOTAL, "3", PRICE, "2", BEDS, "4"));
    assertThat(texts("{'total':3,'home':{'price':'2")).isEqualTo(Map.of(TOTAL, "3"));
    assertThat(texts("")).isEmpty();
    assertThat(texts("no data")).isEmpty();
  }

  @Test
  void theWalkEndsWithTheLastThatIsWanted() {
    assertThat(texts("{'home':{'price':2,'rooms':{'beds':4}},'total':3} and no data at all"))
        .hasSize(3);
    assertThat(texts("{'home':{'price':2,'rooms':{'beds':4},!!")).hasSize(2);
  }

  @Test
  void aPathThatGoesOnBehindAnotherIsTakenWithIt() {
    List<String> home = List.of("home");
    Map<List<String>, Json> found = Json.all("{\"home\":{\"price\":2}}", List.of(PRICE, home));

    assertThat(found).containsOnlyKeys(home);
    assertThat(found.values().iterator().next().get("price").text()).isEqualTo("2");
  }

  private static Map<List<String>, String> texts(String text) {
    Map<List<String>, Json> found = Json.all(text.replace('\'', '"'), List.of(PRICE, TOTAL, BEDS));
    return found.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(
                Map.Entry::getKey, each -> String.valueOf(each.getValue().text())));
  }
}
