@NullMarked
package com.aiqleads.acquisition.overseeacquisition;

import org.jspecify.annotations.NullMarked;
