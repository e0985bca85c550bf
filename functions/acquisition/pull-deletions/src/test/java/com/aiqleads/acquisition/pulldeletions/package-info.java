@NullMarked
package com.aiqleads.acquisition.pulldeletions;

import org.jspecify.annotations.NullMarked;
