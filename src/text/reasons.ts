/** Words that give a reason wherever they stand. */
const GIVES =
  /\b(?:because|due to|owing to|in order (?:to|that|not to)|so (?:that|as to)|as a (?:result|reason|consequence)|the reasons?|reason (?:is|was)|(?:resulted|results|resulting) from|(?:caused|prompted|triggered|driven|explained|motivated|justified) by|was explained|were explained|(?:in|as an?) (?:response|retaliation|reply|revenge|return|reaction|retribution|protest|answer)(?: (?:to|for|against|over))?|retaliat\w+|thanks to|attributed to|on (?:the )?grounds (?:of|that)|on account of|for fear (?:of|that)|lest|given that|on suspicion of|(?:meant|intended|aimed|designed) (?:to|at)|an? (?:attempt|effort|bid) to|for the (?:sake|purpose) of|therefore|hence)\b/i;
/** Words that do so of the happening that their sentence tells: another one may only be told beside it. */
const GIVES_OWN =
  /\b(?:blam(?:ed|es|ing)|wants? to|wanted to|hop(?:es?|ed|ing) (?:to|that|for)|tr(?:ied|ies|ying) to|seeks?|sought|accus(?:es?|ed|ing)|alleg(?:es?|ed|ing|edly)|charg(?:es|ed|ing) that|to (?:avoid|prevent|ensure|protect|avert|make sure|help|allow|encourage)|lead(?:s|ing)? to|led to|causes?|caused|causing|concluded that|amid (?:fears|concerns)|afraid|feared|worried|(?:concern(?:s|ed)?) (?:about|over|that))\b/i;
/** "Since" gives a reason before a clause, not before a date; so does "as" behind a comma. */
const SINCE = /\b[Ss]ince\s+(?!\p{Lu}|\d|then\b|the\s+(?:start|end|beginning)|last\b|when\b|early\b|late\b)/u;
/** "For interfering", "over the sanctions". */
const FOR =
  /\bfor\s+(?:allegedly\s+|having\s+|not\s+)?\p{Ll}{2,}ing\b|\bover\s+(?:the|its|his|her|their|alleged|a|an|\p{L}+[’']s)\s+\p{L}/iu;
/** What somebody is punished, blamed or thanked for. */
const PAID_FOR =
  /\b(?:sued?|sanction\w*|fin(?:ed|es)|blam\w+|critici[sz]\w+|thank\w+|punish\w+|arrest\w*|convicted|prais\w+|apologi[sz]\w+|jailed|dismissed|fired|awarded|compensat\w+|damages|penalt\w+)\b.*\bfor\s+(?:the|its|his|her|their|an?)\s+\p{L}/iu;
/** A verb before "to" that takes it: "ordered to leave", "has to pay". */
const TAKES_TO =
  /(?:\b(?:ordered|order|asked|ask|told|tell|urged|forced|force|expected|expects?|allowed|allow|began|begin|begins|started|start|continues?|continued|is|are|was|were|be|been|has|have|had|going|able|unable|about|likely|unlikely|due|set|ready|willing|keen|free|eager|close|up|according|prior|next|need|needs|needed|used|seems?|seemed|appears?|appeared|promised?|promises|threatened|agreed|agrees|decided|decides|refused|refuses|failed|fails|plans?|planned|vowed|vows|right|decision|proposal|ability|power|way|time|chance|opportunity|invited|invitation|difficult|easy|hard|possible|impossible|how|what|where|whether|proposed|announced|claimed|said|declined)(?:\s+(?:not|also|\p{L}+ly|them|him|her|us|people|us))?)\s*$/iu;
const TO_VERB = /\bto\s+(?:better\s+|not\s+|further\s+|be\s+)?(\p{Ll}{2,})/gu;

/** Whether a sentence says why: "because", "in response to", "over", "so that". */
export function givesReason(sentence: string): boolean {
  return GIVES.test(sentence) || SINCE.test(sentence);
}

/**
 * Whether a sentence says what something was done for, without a word that gives a reason: "for interfering", "met him to be
 * brought up to date". Only of the happening that the sentence tells is that a reason.
 */
export function givesPurpose(sentence: string, isVerb: (word: string) => boolean): boolean {
  if (GIVES_OWN.test(sentence) || FOR.test(sentence) || PAID_FOR.test(sentence)) return true;
  for (const { 0: found, 1: verb = "", index } of sentence.matchAll(TO_VERB)) {
    if (TAKES_TO.test(sentence.slice(0, index))) continue;
    if (found.startsWith("to be") || isVerb(verb)) return true;
  }
  return false;
}
