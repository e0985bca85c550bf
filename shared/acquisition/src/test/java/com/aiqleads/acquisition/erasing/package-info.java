@NullMarked
package com.aiqleads.acquisition.erasing;

import org.jspecify.annotations.NullMarked;
