package com.aiqleads.acquisition.parsing;

import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// What holds something of a page's own, looked for once and not around each foreign element.
final class Kept {

  private final Document document;
  private final Set<Element> holders = new HashSet<>();

  Kept(Document document) {
    this.document = document;
    add(document.body());
  }

  void add(Element own) {
    for (Element holder = own; holder != null && holders.add(holder); holder = holder.parent()) {}
  }

  boolean holds(Element element) {
    return holders.contains(element);
  }

  /// Drops a foreign element that is still there, as far up as nothing of the page's own is inside.
  void dropAround(Element foreign) {
    if (!document.equals(foreign.ownerDocument())) {
      return;
    }
    Element block = foreign;
    for (Element parent = foreign.parent();
        parent != null && !holds(parent);
        parent = parent.parent()) {
      block = parent;
    }
    block.remove();
  }
}
