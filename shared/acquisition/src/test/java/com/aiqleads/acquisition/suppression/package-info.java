@NullMarked
package com.aiqleads.acquisition.suppression;

import org.jspecify.annotations.NullMarked;
