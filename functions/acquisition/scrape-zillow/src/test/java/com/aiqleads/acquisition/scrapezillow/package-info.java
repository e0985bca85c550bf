@NullMarked
package com.aiqleads.acquisition.scrapezillow;

import org.jspecify.annotations.NullMarked;
