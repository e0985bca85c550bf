/// How the seller of a lead may be contacted, and what says so.
@NullMarked
package com.aiqleads.acquisition.contacting;

import org.jspecify.annotations.NullMarked;
