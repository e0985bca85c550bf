@NullMarked
package com.aiqleads.acquisition.contact;

import org.jspecify.annotations.NullMarked;
