package com.aiqleads.acquisition.scrapefsbo;

import com.aiqleads.acquisition.fetching.Crawls;
import com.aiqleads.acquisition.fetching.KeepSnapshot;
import com.aiqleads.acquisition.fetching.PageStates;
import com.aiqleads.acquisition.fetching.PoliteFetch;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// The world outside, as crawling needs it.
@Singleton
record Ports(
    PoliteFetch fetch,
    PageStates states,
    Crawls crawls,
    KeepSnapshot snapshots,
    InstantSource clock) {}
