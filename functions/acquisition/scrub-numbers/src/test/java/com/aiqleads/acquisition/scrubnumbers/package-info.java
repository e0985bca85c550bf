@NullMarked
package com.aiqleads.acquisition.scrubnumbers;

import org.jspecify.annotations.NullMarked;
