@NullMarked
package com.aiqleads.acquisition.store;

import org.jspecify.annotations.NullMarked;
