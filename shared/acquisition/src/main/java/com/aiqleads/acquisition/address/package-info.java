/// US addresses: read, normalised as Publication 28 asks, found on the map.
@NullMarked
package com.aiqleads.acquisition.address;

import org.jspecify.annotations.NullMarked;
