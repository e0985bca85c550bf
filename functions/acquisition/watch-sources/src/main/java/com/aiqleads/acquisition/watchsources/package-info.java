/// Watches what sources say, and how they do.
@NullMarked
package com.aiqleads.acquisition.watchsources;

import org.jspecify.annotations.NullMarked;
