package com.aiqleads.platform.serveconsole;

import static org.assertj.core.api.Assertions.assertThat;

import com.aiqleads.platform.serveconsole.Frame.Entry;
import com.aiqleads.platform.serveconsole.Frame.Group;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ViewerTest {
  private static final Set<String> BUYER =
      Set.of("marketplace:read", "marketplace:write", "insights:read", "platform:write");
  private static final Set<String> SUPPORT =
      Set.of("marketplace:read", "acquisition:read", "platform:read");
  private static final Set<String> ADMIN =
      Set.of("marketplace:read", "marketplace:admin", "acquisition:read", "platform:read");

  @Test
  void unfoldsNothingForABuyer() {
    assertThat(navigation(BUYER)).noneMatch(Group::folded);
    assertThat(links(BUYER)).hasSize(9).startsWith("Leads").endsWith("Account", "Team", "API");
  }

  @Test
  void putsTheManyLinksOfAnAdminUnderHeadings() {
    assertThat(navigation(ADMIN))
        .filteredOn(Group::folded)
        .extracting(Group::label)
        .containsExactly("Market", "Money", "Sources", "People");
    assertThat(navigation(ADMIN))
        .filteredOn(group -> !group.folded())
        .flatExtracting(Group::entries)
        .as("one link needs no heading")
        .containsExactly(Viewer.OPERATIONS, Viewer.REFERENCE);
    assertThat(links(ADMIN)).hasSize(18).doesNotHaveDuplicates();
  }

  @Test
  void showsSupportWhatSupportMaySee() {
    assertThat(navigation(SUPPORT))
        .filteredOn(Group::folded)
        .extracting(Group::label)
        .containsExactly("Market", "Sources", "People");
    assertThat(links(SUPPORT)).contains("Appeals").doesNotContain("Sales", "Refunds", "Prices");
  }

  @Test
  void knowsUnderWhichHeadingAPageStands() {
    Group money = Group.of("Money", List.of(Viewer.SALES, Viewer.BOOKS));

    assertThat(money.holds(Viewer.BOOKS.path())).isTrue();
    assertThat(money.holds(Viewer.LEADS.path())).isFalse();
  }

  private static List<Group> navigation(Set<String> scopes) {
    return new Viewer("somebody", scopes).navigation();
  }

  private static List<String> links(Set<String> scopes) {
    return navigation(scopes).stream()
        .flatMap(group -> group.entries().stream())
        .map(Entry::label)
        .toList();
  }
}
