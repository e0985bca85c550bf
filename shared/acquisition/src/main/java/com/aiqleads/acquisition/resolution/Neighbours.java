package com.aiqleads.acquisition.resolution;

import com.aiqleads.acquisition.matching.Commonness;
import com.aiqleads.acquisition.matching.Home;
import com.aiqleads.kernel.Email;
import com.aiqleads.kernel.Phone;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How common what an advertisement shares is among the leads around it.
final class Neighbours implements Commonness {

  private final Candidates candidates;
  private final Map<String, Integer> leadsAt = new HashMap<>();

  Neighbours(Candidates candidates, List<Prospect> prospects) {
    this.candidates = candidates;
    for (Prospect prospect : prospects) {
      Set<String> streets = new HashSet<>();
      prospect.traits().forEach(traits -> streets.add(street(traits.home())));
      streets.forEach(street -> leadsAt.merge(street, 1, Integer::sum));
    }
  }

  @Override
  public int leadsAt(Home home) {
    return leadsAt.getOrDefault(street(home), 1);
  }

  @Override
  public int leadsOf(Phone phone) {
    return candidates.holders(BlockingKey.of(phone));
  }

  @Override
  public int leadsOf(Email email) {
    return candidates.holders(BlockingKey.of(email));
  }

  @Override
  public int leadsShowing(String photo) {
    return candidates.holders(BlockingKey.ofPhoto(photo));
  }

  private static String street(Home home) {
    return home.zip() + "|" + home.number() + "|" + home.name();
  }
}
