@NullMarked
package com.aiqleads.acquisition.resolution;

import org.jspecify.annotations.NullMarked;
