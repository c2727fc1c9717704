const REPORTING = new Set(
  `say says said saying tell tells told report reports reported reportedly according add adds added adding note notes noted
  state states stated write writes wrote also already still now currently just later earlier about around roughly
  approximately nearly almost least most exactly total altogether meanwhile however correction update updated official
  officials confirmed confirm new newly`.split(/\s+/),
);

/** Whether a word only tells that something is told, or how surely: it says nothing of what. @param word folded */
export function isReporting(word: string): boolean {
  return REPORTING.has(word);
}
