@NullMarked
package com.aiqleads.acquisition.proposing;

import org.jspecify.annotations.NullMarked;
