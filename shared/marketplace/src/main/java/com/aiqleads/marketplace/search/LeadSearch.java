package com.aiqleads.marketplace.search;

/// Finds leads. Two stores can do it, and both give the same ids in the same order.
public interface LeadSearch {

  Found find(LeadQuery query);

  LeadMap map(MapQuery query);
}
