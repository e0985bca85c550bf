@NullMarked
package com.aiqleads.acquisition.scrapefsbo;

import org.jspecify.annotations.NullMarked;
