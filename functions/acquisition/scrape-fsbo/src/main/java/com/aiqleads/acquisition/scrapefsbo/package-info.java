/// Fetches what owners offer on fsbo.com and forsalebyowner.com.
@NullMarked
package com.aiqleads.acquisition.scrapefsbo;

import org.jspecify.annotations.NullMarked;
