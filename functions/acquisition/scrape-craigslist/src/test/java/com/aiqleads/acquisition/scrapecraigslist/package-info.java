@NullMarked
package com.aiqleads.acquisition.scrapecraigslist;

import org.jspecify.annotations.NullMarked;
