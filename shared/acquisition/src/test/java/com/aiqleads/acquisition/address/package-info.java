@NullMarked
package com.aiqleads.acquisition.address;

import org.jspecify.annotations.NullMarked;
