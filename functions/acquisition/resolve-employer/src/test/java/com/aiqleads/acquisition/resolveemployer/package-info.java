@NullMarked
package com.aiqleads.acquisition.resolveemployer;

import org.jspecify.annotations.NullMarked;
