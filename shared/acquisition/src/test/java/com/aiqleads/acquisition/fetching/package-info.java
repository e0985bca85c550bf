@NullMarked
package com.aiqleads.acquisition.fetching;

import org.jspecify.annotations.NullMarked;
