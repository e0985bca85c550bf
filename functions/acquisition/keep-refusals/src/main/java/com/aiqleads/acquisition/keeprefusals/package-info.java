@NullMarked
package com.aiqleads.acquisition.keeprefusals;

import org.jspecify.annotations.NullMarked;
