package com.aiqleads.acquisition.standing;

import java.util.Set;

/// Words for who lives, lived or should live somewhere, and for what stands for them: they count
/// for nothing (Fair Housing Act), nor for how long a text is.
public final class PeopleWords {

  private static final Set<String> ALL =
      Set.of(
          """
          family families child children childless kid kids toddler toddlers baby babies pregnant
          single singles married couple couples divorced widow widowed bachelor bachelors parent
          parents mother father mom dad grandmother grandfather grandparents adult adults senior
          seniors elderly retiree retirees retired student students young old
          man men woman women male males female females lady ladies gentleman gentlemen boy boys
          girl girls gay lesbian bisexual straight transgender queer
          disabled disability disabilities handicap handicapped wheelchair wheelchairs blind deaf
          able-bodied ablebodied mental mentally ill veteran veterans
          christian christians catholic catholics protestant jewish jews jew muslim muslims islamic
          hindu hindus buddhist buddhists mormon mormons sikh sikhs atheist atheists kosher halal
          church churches chapel cathedral synagogue synagogues shul temple temples mosque mosques
          gurdwara parish priest pastor rabbi imam
          white whites black blacks hispanic hispanics latino latinos latina latinas asian asians
          african caucasian native indian indians arab arabs mexican mexicans chinese cuban cubans
          haitian haitians irish italian italians polish german germans russian russians
          vietnamese korean koreans japanese american americans immigrant immigrants foreigner
          foreigners foreign citizen citizens english spanish creole french portuguese
          ethnic race racial color coloured colored religion religious
          """
              .strip()
              .split("\\s+"));

  private PeopleWords() {}

  /// Of a word in lower case.
  public static boolean has(String word) {
    return ALL.contains(word);
  }
}
