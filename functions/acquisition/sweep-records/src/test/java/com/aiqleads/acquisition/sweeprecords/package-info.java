@NullMarked
package com.aiqleads.acquisition.sweeprecords;

import org.jspecify.annotations.NullMarked;
