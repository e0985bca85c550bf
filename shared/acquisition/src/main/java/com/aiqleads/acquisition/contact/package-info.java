/// Phones and mail addresses that reach a person.
@NullMarked
package com.aiqleads.acquisition.contact;

import org.jspecify.annotations.NullMarked;
