package com.aiqleads.acquisition.proposing;

import com.aiqleads.acquisition.RawAddress;
import java.util.Optional;

/// Looks for the address of an advertisement whose page does not give it where it belongs. Empty if
/// nobody is asked, or nobody answers in time: then there is none, as before.
public interface ProposeAddress {

  ProposeAddress NOBODY = _ -> Optional.empty();

  Optional<Proposed<RawAddress>> propose(AddressMaterial material);
}
