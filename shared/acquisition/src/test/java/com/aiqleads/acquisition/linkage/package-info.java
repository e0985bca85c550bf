/// Public sets for record linkage, read from files that whoever runs the bench supplies.
@NullMarked
package com.aiqleads.acquisition.linkage;

import org.jspecify.annotations.NullMarked;
