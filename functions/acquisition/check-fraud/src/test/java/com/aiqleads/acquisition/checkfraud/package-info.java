@NullMarked
package com.aiqleads.acquisition.checkfraud;

import org.jspecify.annotations.NullMarked;
