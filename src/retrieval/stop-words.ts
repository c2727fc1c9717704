/**
 * English function words and the words that make a question one. They say how a sentence is built, not what it is
 * about, and are neither indexed nor asked for.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again against all also although always am among an and another any anybody anyone anything are
  as ask at away be became because become been before being below between both but by came can cannot could d did do
  does doing done down during each either else ever every everyone everything few for from further get gets give given
  go goes going gone got had has have having he hence her here hers herself him himself his how however i if in into
  is it its itself just let like ll m made make makes many may me might mine more most much must my myself n neither no
  nor not nothing now of off often on once one only onto or other others ought our ours ourselves out over own per
  perhaps please quite rather re s same say says shall she should since so some somebody someone something such t tell
  than that the their theirs them themselves then there therefore these they thing things this those though through
  thus to too toward towards under until up upon us use used very via was we well were what whatever when where whether
  which while who whoever whole whom whose why will with within without would yet you your yours yourself`.split(/\s+/),
);
