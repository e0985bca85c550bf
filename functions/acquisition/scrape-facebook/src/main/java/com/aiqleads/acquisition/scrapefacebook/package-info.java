/// Fetches what owners offer on Zillow.
@NullMarked
package com.aiqleads.acquisition.scrapefacebook;

import org.jspecify.annotations.NullMarked;
