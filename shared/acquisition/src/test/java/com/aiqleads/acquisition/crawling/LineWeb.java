package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.FetchingFixtures;
import com.aiqleads.acquisition.fetching.PageAnswer;
import com.aiqleads.acquisition.fetching.RobotsRules;
import com.aiqleads.acquisition.fetching.ScriptedWeb;
import java.util.List;

/// The pages of a site of lines, and crawls through them.
final class LineWeb {

  static final String BASE = "https://homes.example/";
  static final Market MIAMI = new Market("miami-fl", "miami");
  static final Market DENVER = new Market("denver-co", "denver");

  private final ScriptedWeb web = new ScriptedWeb();

  MemoryCrawl crawl(Market... markets) {
    return crawl(new LineSite(FetchingFixtures.aPolicy()), markets);
  }

  MemoryCrawl crawl(LineSite site, Market... markets) {
    return new MemoryCrawl(web, (_, _, _, _) -> RobotsRules.NO_RESTRICTION, List.of(site), markets);
  }

  LineWeb on(String path, String text) {
    return on(path, ScriptedWeb.answer(200, text));
  }

  LineWeb on(String path, PageAnswer... answers) {
    web.on(BASE + path, answers);
    return this;
  }

  LineWeb failOn(String path) {
    web.failOn(BASE + path);
    return this;
  }

  List<String> asked() {
    return web.asked();
  }

  long asked(String path) {
    return web.asked().stream().filter(address -> address.equals(BASE + path)).count();
  }
}
