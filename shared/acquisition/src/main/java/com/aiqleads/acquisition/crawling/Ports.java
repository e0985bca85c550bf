package com.aiqleads.acquisition.crawling;

import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.KeepSnapshot;
import com.aiqleads.acquisition.fetching.PageStates;
import com.aiqleads.acquisition.fetching.PoliteFetch;
import com.aiqleads.acquisition.fetching.SparedPages;
import java.time.InstantSource;

/// The world outside, as crawling needs it.
public record Ports(
    PoliteFetch fetch,
    PageStates states,
    Crawls crawls,
    KeepSnapshot snapshots,
    SparedPages spared,
    CrawlLog log,
    InstantSource clock) {}
