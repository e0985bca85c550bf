/// Records whose time is over.
@NullMarked
package com.aiqleads.acquisition.sweeprecords;

import org.jspecify.annotations.NullMarked;
