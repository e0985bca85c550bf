"""Reads the pages of a folder with Scrapy's selectors, as a spider's callback would.

The bench `parse` (ParseBench.java) starts this beside our own parsers: it writes the pages
and an index, then asks on standard input, one line each, for

    round         every page once; answers the seconds of processor time of each kind of page
    items <file>  every page once more; writes what was read, one page a line

Each kind reads what our parser of the site takes from the same page, its linked data and drawn
copies included, so that both do like work. Nothing is cached between rounds but what Scrapy
caches itself.
"""

import json
import re
import sys
import time

from scrapy.http import HtmlResponse, TextResponse

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")


def number(text):
    found = NUMBER.search(text or "")
    return float(found.group().replace(",", "")) if found else None


def dollars(text):
    return number(text) or None if "$" in (text or "") else None


def matched(pattern, text):
    found = re.search(pattern, text or "")
    return float(found.group(1).replace(",", "")) if found else None


def bedrooms(text):
    return matched(r"(?i)(\d+) ?(?:br\b|beds?\b)", text)


def bathrooms(text):
    return matched(r"(?i)([\d.]+)\+? ?(?:ba\b|baths?\b)", text)


def area(text):
    return matched(r"(?i)([\d,]+) ?(?:ft2|ft|sqft|square feet)\b", text)


def words(selector):
    """The text of an element as a reader sees it."""
    return " ".join(" ".join(selector.xpath(".//text()").getall()).split())


def embedded(response, css):
    text = response.css(css + "::text").get()
    return json.loads(text) if text else {}


def links(response, values):
    return list(dict.fromkeys(response.urljoin(value) for value in values))


def craigslist_detail(response):
    own = response.css("section.body") or response
    linked = [json.loads(text) for text in
              response.css('script[type="application/ld+json"]::text').getall()]
    title = words(own.css("#titletextonly"))
    data = next((each for each in linked if each.get("name") == title), {})
    housing = words(own.css(".postingtitletext .housing"))
    rooms = " ".join(words(each) for each in own.css(".attrgroup .important"))
    attributes = {}
    for each in own.css(".attrgroup .attr:not(.important)"):
        label = words(each.css(".labl")) or each.css(".valu::attr(class)").get()
        attributes[label] = words(each.css(".valu"))
    place = own.css("#map")
    times = {}
    for each in own.css("p.postinginfo"):
        times[words(each).split(":")[0]] = each.css("time::attr(datetime)").get()
    texts = own.xpath(
        './/*[@id="postingbody"]//text()[not(ancestor::*[contains(@class, "print-information")'
        ' or contains(@class, "show-contact")])]').getall()
    yield {
        "id": response.css("script::text").re_first(r"'pID': (\d+)"),
        "state": response.text.count("https://www.craigslist.org/static/"),
        "title": title,
        "price": dollars(own.css(".postingtitletext .price::text").get()),
        "bedrooms": bedrooms(rooms) or bedrooms(housing),
        "bedrooms-again": [bedrooms(housing), data.get("numberOfBedrooms")],
        "bathrooms": bathrooms(rooms) or data.get("numberOfBathroomsTotal"),
        "area": area(rooms) or area(housing),
        "latitude": number(place.attrib.get("data-latitude")),
        "longitude": place.attrib.get("data-longitude"),
        "position": response.css('meta[name="geo.position"]::attr(content)').get(),
        "linked-position": (data.get("latitude"), data.get("longitude")),
        "address": own.css("h2.street-address::text, div.mapaddress::text").get(),
        "linked-address": data.get("address"),
        "attributes": attributes,
        "posted": times.get("posted"),
        "updated": times.get("updated"),
        "expires": response.css('meta[name="robots"]::attr(content)').re_first(
            r"unavailable_after: (\S+)"),
        "photos": links(response, own.css("a.thumb::attr(href)").getall()),
        "contact-hidden": bool(own.css(".show-contact, .reply-button")),
        "seller": own.css('.otherpostings a[href*="userpostingid"]::attr(href)').get(),
        "mails": own.css('a[href^="mailto:"]::attr(href)').getall(),
        "removed": bool(own.css(".removed, #removed")),
        "description": " ".join(" ".join(texts).split()),
    }


def craigslist_search(response):
    data = embedded(response, "#ld_searchpage_results")
    items = [each["item"] for each in data.get("itemListElement", [])]
    at = 0
    for row in response.css("li.cl-static-search-result"):
        title = words(row.css(".title"))
        joined = at < len(items) and items[at]["name"] == title
        item = items[at] if joined else {}
        at += joined
        url = response.urljoin(row.css("a::attr(href)").get())
        nowhere = not item.get("latitude") and not item.get("longitude")
        yield {
            "id": url.rsplit("/", 1)[1],
            "url": url,
            "title": title,
            "price": dollars(row.css(".price::text").get()),
            "place": row.css(".location::text").get(),
            "bedrooms": number(item.get("numberOfBedrooms")),
            "bathrooms": item.get("numberOfBathroomsTotal"),
            "area": area(words(row.css(".housing, .meta"))),
            "type": item.get("@type"),
            "latitude": None if nowhere else item["latitude"],
            "longitude": None if nowhere else item["longitude"],
            "address": item.get("address"),
            "photos": links(response, item.get("image", [])),
        }


def fsbo_detail(response):
    asked = re.search(r"/id/(\d+)", response.url).group(1)
    facts = {}
    for table in response.css("table.listing-data"):
        values = {}
        for row in table.css("tr"):
            cells = row.css("th, td")
            values[words(cells[0]).rstrip(":")] = words(cells[1])
        if values.get("Listing ID") == asked:
            facts = values
    contact = {}
    for label in response.css("#sellerModal .modal-body .label"):
        value = label.xpath("following-sibling::*[1]")
        contact.setdefault(words(label).rstrip(":"), []).append(words(value))
    address = response.css("div.address-copy span.address-mobile::text").getall()
    yield {
        "id": facts["Listing ID"],
        "title": words(response.css("h1")),
        "price": dollars(response.xpath(
            'string(//h1/following::*[contains(@class, "price")][1])').get()),
        "bedrooms": number(facts.get("Bedrooms")),
        "bathrooms": number(facts.get("Bathrooms")),
        "area": number(facts.get("Sq. Feet")),
        "lot": facts.get("Lot Size"),
        "built": facts.get("Year Built"),
        "type": (facts.get("Subtype"), facts.get("Type")),
        "status": facts.get("Status"),
        "mls": facts.get("MLS #"),
        "address": address or words(response.css("span.address")),
        "crumbs": response.css(".breadcrumbs li::text").getall(),
        "contact": contact,
        "photos": links(
            response,
            response.css("#imageGallery li::attr(data-src), #listing-images img::attr(src)")
            .getall()),
        "description": words(response.css("div.property-description")),
    }


def by_owner_search(response):
    for home in json.loads(response.text)["data"]["listings"]:
        ended = home.get("isUnderContract") or home.get("listingStatus") in ("Sold", "Expired")
        if ended or "id" not in home:
            continue
        center = home.get("center")
        position = center.get("coordinates") if isinstance(center, dict) else None
        position = position or (None, None)
        nowhere = not position[0] and not position[1]
        yield {
            "id": home["id"],
            "url": response.urljoin(home.get("listingURL")),
            "title": home.get("listingTitle") or home.get("fullName"),
            "price": home.get("listPrice") or None,
            "bedrooms": home.get("bedrooms"),
            "bathrooms": home.get("bathrooms"),
            "area": home.get("livingArea"),
            "lot": home.get("lotSizeSquareFeet"),
            "type": home.get("propertyType"),
            "built": home.get("yearBuilt"),
            "latitude": None if nowhere else position[1],
            "longitude": None if nowhere else position[0],
            "address": home.get("address"),
            "posted": home.get("listingDate"),
            "mls": home.get("mlsNumber"),
            "contact": home.get("contact"),
            "photos": links(response, home.get("photos", [])),
            "description": home.get("listingDescription"),
        }


def zillow_detail(response):
    page = embedded(response, "#__NEXT_DATA__")["props"]["pageProps"]
    answers = json.loads(page.get("componentProps", page)["gdpClientCache"])
    asked = re.search(r"(\d+)_zpid", response.url).group(1)
    home = next(each["property"] for each in answers.values()
                if str(each.get("property", {}).get("zpid")) == asked)
    drawn = " ".join(
        words(each) for each in response.xpath(
            '//*[@data-testid="bed-bath-sqft-fact-container"][not(ancestor::li)]'))
    linked = [json.loads(text) for text in
              response.css('script[type="application/ld+json"]::text').getall()]
    facts = home.get("resoFacts", {})
    halves = (facts.get("bathroomsFull") or 0) + (facts.get("bathroomsHalf") or 0) / 2
    nowhere = home.get("hasBadGeocode")
    yield {
        "id": str(home["zpid"]),
        "title": response.css("h1::text").get(),
        "status": home.get("homeStatus"),
        "price": home.get("price"),
        "drawn-price": dollars(response.css('[data-testid="price"]::text').get()),
        "bedrooms": home.get("bedrooms"),
        "bathrooms": halves or home.get("bathrooms"),
        "drawn-rooms": (bedrooms(drawn), bathrooms(drawn), area(drawn)),
        "area": home.get("livingAreaValue"),
        "lot": (home.get("lotAreaValue"), home.get("lotAreaUnits")),
        "built": home.get("yearBuilt"),
        "type": home.get("homeType"),
        "address": home.get("address"),
        "linked": [each.get("address") for each in linked if asked in each.get("url", "")],
        "latitude": None if nowhere else home.get("latitude"),
        "longitude": None if nowhere else home.get("longitude"),
        "posted": home.get("datePostedString"),
        "history": home.get("priceHistory"),
        "by-owner": home.get("listingSubType", {}).get("isFSBO"),
        "contact": home.get("listedBy"),
        "drawn-contact": response.xpath('//p[contains(., "Listed by")]/text()').get(),
        "photos": links(response, [
            max(each["mixedSources"]["jpeg"], key=lambda size: size["width"])["url"]
            for each in home.get("responsivePhotos", [])]),
        "parcel": home.get("parcelId"),
        "mls": home.get("mlsid"),
        "description": home.get("description"),
    }


def zillow_search(response):
    state = embedded(response, "#__NEXT_DATA__")["props"]["pageProps"]["searchPageState"]
    cards = {}
    for card in response.css("li article, li div[class*=StyledPropertyCard]"):
        link = card.css("a::attr(href)").get()
        cards[link] = (
            dollars(card.css('[data-test="property-card-price"]::text').get()),
            words(card.css("address, a[data-test*=address]")),
            " ".join(words(each) for each in card.css("ul li")))
    for row in state["cat1"]["searchResults"]["listResults"]:
        if row.get("statusType") != "FOR_SALE":
            continue
        info = row.get("hdpData", {}).get("homeInfo", {})
        photos = row.get("carouselPhotosComposable", {})
        place = row.get("latLong", {})
        card = cards.get(row["detailUrl"], (None, "", ""))
        yield {
            "id": row.get("zpid") or re.search(r"(\d+)_zpid", row["detailUrl"]).group(1),
            "url": response.urljoin(row["detailUrl"]),
            "price": row.get("unformattedPrice") or dollars(row.get("price")),
            "drawn-price": card[0],
            "bedrooms": row.get("beds"),
            "bathrooms": row.get("baths") or bathrooms(card[2]),
            "area": row.get("area"),
            "drawn-rooms": (bedrooms(card[2]), bathrooms(card[2]), area(card[2])),
            "lot": (info.get("lotAreaValue"), info.get("lotAreaUnit")),
            "type": info.get("homeType"),
            "address": [row.get("addressStreet"), row.get("addressCity"),
                        row.get("addressState"), row.get("addressZipcode")],
            "drawn-address": card[1],
            "latitude": place.get("latitude"),
            "longitude": place.get("longitude"),
            "days": info.get("daysOnZillow"),
            "broker": row.get("brokerName"),
            "by-owner": info.get("listing_sub_type", {}).get("is_FSBO"),
            "photos": links(response, [
                photos["baseUrl"].replace("{photoKey}", each["photoKey"])
                for each in photos.get("photoData", [])] if photos else []),
        }


def answers(response):
    """What the scripts of a page of Facebook answer, as far as they hold data."""
    for text in response.css('script[type="application/json"]::text').getall():
        for require in json.loads(text).get("require", []):
            box = require.get("__bbox") if isinstance(require, dict) else None
            for call in box["require"] if box else []:
                yield call[3][0]["__bbox"]["result"]["data"]


def facebook_detail(response):
    asked = re.search(r"/item/(\d+)", response.url).group(1)
    item = {}
    for data in answers(response):
        page = data.get("viewer", {}).get("marketplace_product_details_page", {})
        if page.get("target", {}).get("id") == asked:
            item.update(page["target"])
    place = item.get("location") or {}
    code = place.get("reverse_geocode_detailed") or {}
    rooms = item.get("unit_room_info") or item.get("custom_title")
    heading = response.xpath("(//h1)[last()]")
    drawn = " ".join(response.xpath("(//h1)[last()]/following::span/text()").getall())
    yield {
        "id": item["id"],
        "title": " ".join(item["marketplace_listing_title"].split()),
        "drawn-title": words(heading),
        "price": number(item["listing_price"]["amount"]) or None,
        "formatted-price": dollars(item.get("formatted_price", {}).get("text")),
        "drawn": (dollars(drawn), bedrooms(drawn), bathrooms(drawn), area(drawn)),
        "bedrooms": bedrooms(rooms),
        "bathrooms": bathrooms(rooms),
        "area": area(item.get("unit_area_info")),
        "type": item.get("property_type"),
        "latitude": place.get("latitude"),
        "longitude": place.get("longitude"),
        "address": [item.get("home_address"), code, item.get("location_text")],
        "posted": item.get("creation_time"),
        "state": [item.get(name) for name in
                  ("is_sold", "is_pending", "is_live", "renderable_listing_status")],
        "seller": item.get("marketplace_listing_seller"),
        "photos": links(response, [
            each["image"]["uri"] for each in item.get("listing_photos", [])]),
        "description": (item.get("redacted_description") or {}).get("text"),
    }


def facebook_search(response):
    cards = {}
    for card in response.css('[aria-label="Collection of Marketplace items"] a'):
        found = re.search(r"/item/(\d+)", card.attrib["href"])
        if found:
            cards[found.group(1)] = card.css("span::text").getall()
    for data in answers(response):
        search = data.get("marketplace_search")
        for edge in search["feed_units"]["edges"] if search else []:
            row = edge["node"]["listing"]
            facts = row.get("custom_title") or ""
            drawn = " ".join(cards.get(row["id"], []))
            if row.get("is_sold") or row.get("is_pending") or not bedrooms(facts):
                continue
            yield {
                "id": row["id"],
                "title": " ".join(row["marketplace_listing_title"].split()),
                "price": number(row["listing_price"].get("amount")),
                "formatted-price": dollars(row["listing_price"]["formatted_amount"]),
                "bedrooms": bedrooms(facts),
                "bathrooms": bathrooms(facts),
                "area": area(row.get("unit_area_info") or facts),
                "drawn": (dollars(drawn), bedrooms(drawn), bathrooms(drawn), area(drawn)),
                "address": row.get("location"),
                "seller": row.get("marketplace_listing_seller"),
                "photos": links(response, [row["primary_listing_photo"]["image"]["uri"]]),
            }


def linkedin_detail(response):
    criteria = {}
    for label in response.css(".description__job-criteria-subheader"):
        value = label.xpath("following-sibling::*[1]")
        criteria[words(label)] = words(value)
    company = response.css(".topcard__org-name-link")
    yield {
        "id": response.css("#decoratedJobPostingId").re_first(r"(\d{10})"),
        "title": words(response.css(".topcard__title")),
        "company": words(company),
        "company-page": response.urljoin(company.attrib.get("href", "")).split("?")[0],
        "place": words(response.css(".topcard__flavor--bullet")[:1]),
        "ago": words(response.css(".posted-time-ago__text")),
        "salary": words(response.css(".compensation__salary, .salary")),
        "criteria": criteria,
        "applied-at": response.css("#applyUrl").get(),
        "apply": response.css("[data-tracking-control-name]::attr(data-tracking-control-name)")
        .getall(),
        "closed": "No longer accepting" in response.text,
        "linked": embedded(response, 'script[type="application/ld+json"]'),
        "description": words(response.css(".show-more-less-html__markup")),
    }


def linkedin_search(response):
    for card in response.css(".base-search-card[data-entity-urn]"):
        link = card.css("a.base-card__full-link::attr(href)").get()
        company = card.css(".base-search-card__subtitle a")
        posted = card.css("time[class*=job-search-card__listdate]")
        yield {
            "id": card.attrib["data-entity-urn"].rsplit(":", 1)[1],
            "linked-id": link.split("?")[0].rsplit("-", 1)[1],
            "title": words(card.css(".base-search-card__title")),
            "company": words(company),
            "company-page": response.urljoin(company.attrib.get("href", "")).split("?")[0],
            "place": words(card.css(".job-search-card__location")),
            "salary": words(card.css(".job-search-card__salary-info")),
            "posted": posted.attrib.get("datetime"),
            "ago": words(posted),
        }


READERS = {
    "craigslist-detail": craigslist_detail,
    "craigslist-search": craigslist_search,
    "fsbo-detail": fsbo_detail,
    "forsalebyowner-search": by_owner_search,
    "zillow-detail": zillow_detail,
    "zillow-search": zillow_search,
    "facebook-detail": facebook_detail,
    "facebook-search": facebook_search,
    "linkedin-detail": linkedin_detail,
    "linkedin-search": linkedin_search,
}


def read(page):
    kind = TextResponse if page["kind"] == "forsalebyowner-search" else HtmlResponse
    response = kind(page["url"], body=page["body"], encoding="utf-8")
    try:
        return list(READERS[page["kind"]](response))
    except (AttributeError, IndexError, KeyError, RuntimeError, TypeError, ValueError):
        return []  # not the page that the spider expects, which the engine would log


def load(folder):
    pages = []
    with open(folder + "/index.jsonl", encoding="utf-8") as index:
        for line in index:
            page = json.loads(line)
            with open(folder + "/" + page["file"], "rb") as body:
                page["body"] = body.read()
            pages.append(page)
    return pages


def timed(pages):
    """Of each kind, in the same order as the other side: pages of one kind after another."""
    seconds = {}
    for page in pages:
        begun = time.process_time()
        read(page)
        seconds[page["kind"]] = seconds.get(page["kind"], 0) + time.process_time() - begun
    return seconds


def main(folder):
    pages = load(folder)
    print("ready", flush=True)
    for line in sys.stdin:
        command, _, target = line.strip().partition(" ")
        if command == "items":
            with open(target, "w", encoding="utf-8") as file:
                for page in pages:
                    file.write(json.dumps({"items": read(page)}) + "\n")
        print(json.dumps(timed(pages) if command == "round" else {}), flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
