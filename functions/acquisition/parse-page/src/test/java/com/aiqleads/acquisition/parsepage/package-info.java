@NullMarked
package com.aiqleads.acquisition.parsepage;

import org.jspecify.annotations.NullMarked;
