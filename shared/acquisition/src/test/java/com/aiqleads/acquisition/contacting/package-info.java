@NullMarked
package com.aiqleads.acquisition.contacting;

import org.jspecify.annotations.NullMarked;
