/// Fetches what owners offer on Zillow.
@NullMarked
package com.aiqleads.acquisition.scrapezillow;

import org.jspecify.annotations.NullMarked;
