/// Finding the listings of a market and visiting them, again and again, resumably.
@NullMarked
package com.aiqleads.acquisition.crawling;

import org.jspecify.annotations.NullMarked;
