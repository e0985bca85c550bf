@NullMarked
package com.aiqleads.acquisition.overseeprivacy;

import org.jspecify.annotations.NullMarked;
