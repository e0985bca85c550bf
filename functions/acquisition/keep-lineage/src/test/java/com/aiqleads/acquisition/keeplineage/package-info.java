@NullMarked
package com.aiqleads.acquisition.keeplineage;

import org.jspecify.annotations.NullMarked;
