@NullMarked
package com.aiqleads.acquisition.watching;

import org.jspecify.annotations.NullMarked;
