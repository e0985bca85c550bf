package com.aiqleads.local.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Companies' pages as guests see them: today with facts in a list and in linked data, in which
/// others stand, too; before with the list alone. Each asks to sign in beside what it shows.
record LinkedInCompanies(boolean old) {

  String page(Company company, List<Company> alike) {
    return Html.page(
        company.name() + " | LinkedIn",
        "<link rel=\"canonical\" href=\""
            + company.path()
            + "\">"
            + (old ? "" : linked(company, alike)),
        """
        <form class="contextual-sign-in"><input type="password" name="session_password"></form>
        <section class="top-card-layout">
          <h1 class="top-card-layout__title">%s</h1>
          <h2 class="top-card-layout__headline">%s</h2>
          <h3 class="top-card-layout__first-subline">%s, %s <span class="before:middot">%d followers</span></h3>
        </section>
        <section data-test-id="about-us"><h2>About us</h2><dl>%s</dl></section>
        <section data-test-id="similar-pages"><h2>Similar pages</h2><ul>%s</ul></section>
        """
            .formatted(
                Html.escaped(company.name()),
                company.industry(),
                company.city(),
                company.region(),
                company.followers(),
                facts(company),
                alike.stream().map(LinkedInCompanies::card).collect(Collectors.joining())));
  }

  private String facts(Company company) {
    return (company.website().isEmpty() ? "" : row("website", "Website", link(company)))
        + row("industry", old ? "Industries" : "Industry", company.industry())
        + row("size", "Company size", company.size() + " employees")
        + row("headquarters", "Headquarters", company.city() + ", " + company.region())
        + row("organizationType", "Type", company.kind())
        + row("foundedOn", "Founded", String.valueOf(company.founded()));
  }

  private String row(String mark, String label, String value) {
    String named = old ? "" : " data-test-id=\"about-us__" + mark + "\"";
    return "<div%s><dt>%s</dt><dd>%s</dd></div>".formatted(named, label, value);
  }

  /// It leads to the company by way of the site.
  private static String link(Company company) {
    return "<a href=\"https://www.linkedin.com/redir/redirect?url=%s&amp;urlhash=x\">%s</a>"
        .formatted(URLEncoder.encode(company.website(), StandardCharsets.UTF_8), company.website());
  }

  /// With facts of the same names as the company's own.
  private static String card(Company company) {
    return "<li><a href=\"%s\"><h3>%s</h3><p>%s</p></a><dl><dt>Industry</dt><dd>%s</dd></dl></li>"
        .formatted(
            company.path(), Html.escaped(company.name()), company.city(), company.industry());
  }

  private static String linked(Company company, List<Company> alike) {
    List<Object> graph = new java.util.ArrayList<>();
    alike.forEach(other -> graph.add(organisation(other)));
    graph.add(organisation(company));
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "http://schema.org");
    data.put("@graph", graph);
    return "<script type=\"application/ld+json\">" + Json.text(data) + "</script>";
  }

  private static Map<String, Object> organisation(Company company) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@type", "Organization");
    data.put("name", company.name());
    data.put("url", "https://www.linkedin.com/company/" + company.handle());
    data.put("numberOfEmployees", Map.of("@type", "QuantitativeValue", "value", company.members()));
    data.put(
        "address", Map.of("addressLocality", company.city(), "addressRegion", company.region()));
    if (!company.website().isEmpty()) {
      data.put("sameAs", company.website());
    }
    return data;
  }
}
