@NullMarked
package com.aiqleads.acquisition.watchsources;

import org.jspecify.annotations.NullMarked;
