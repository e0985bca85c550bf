package com.aiqleads.acquisition.proposing;

import java.util.Optional;

/// Cleans the title and the description of an advertisement of shouting and of what is not about
/// the home.
public interface ProposeWording {

  ProposeWording NOBODY = _ -> Optional.empty();

  Optional<Proposed<Wording>> propose(Wording written);
}
