/// Fetches what owners offer on craigslist.
@NullMarked
package com.aiqleads.acquisition.scrapecraigslist;

import org.jspecify.annotations.NullMarked;
