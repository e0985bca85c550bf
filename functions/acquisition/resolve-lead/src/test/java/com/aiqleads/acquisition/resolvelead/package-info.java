@NullMarked
package com.aiqleads.acquisition.resolvelead;

import org.jspecify.annotations.NullMarked;
