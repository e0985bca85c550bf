@NullMarked
package com.aiqleads.acquisition;

import org.jspecify.annotations.NullMarked;
