/// Which advertisements are of one and the same property.
@NullMarked
package com.aiqleads.acquisition.resolution;

import org.jspecify.annotations.NullMarked;
