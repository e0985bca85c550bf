@NullMarked
package com.aiqleads.acquisition.eraseperson;

import org.jspecify.annotations.NullMarked;
