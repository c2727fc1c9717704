/**
 * English function words and the words that make a question one. They say how a sentence is built, not what it is
 * about, and are neither indexed nor asked for. Verbs such as "make", "use" and "say" are not among them: their idf
 * says how little they tell.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also although am an and any are as at be because been before being below
  between both but by can cannot could d did do does doing done down during each either else ever every for from
  further had has have having he hence her here hers herself him himself his how however i if in into is it its itself
  ll m many may me might mine more most much must my myself neither no nor not of off on once one only onto or other
  our ours ourselves out over own per please re s same shall she should since so some such t than that the their theirs
  them themselves then there therefore these they this those though through thus to too toward towards under until up
  upon us ve very via was we were what whatever when where whether which while who whoever whom whose why will with
  within without would yet you your yours yourself
  aint arent cant couldnt didnt doesnt dont hadnt hasnt havent hes hows im isnt ive lets shes shouldnt thats theres
  theyre wasnt werent whats wheres whos wont wouldnt youre`.split(/\s+/),
);
