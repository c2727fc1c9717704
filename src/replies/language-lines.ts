import type { ForeignQuestion } from "../answering/language/foreign-question.ts";
import type { Language } from "../answering/language/read-language.ts";

/** @param documents the languages of the documents, named in the one that is written */
type Line = (documents: string) => string;

/** What a person is told who asks in a language that the documents are not written in: what they are, and what works. */
const lines: Readonly<Record<Language, Line>> = {
  en: (x) => `The documents are in ${x}: please ask in ${x}. Names and numbers work as they are.`,
  de: (x) => `Die Dokumente sind auf ${x}: Frag mich bitte auf ${x}. Namen und Zahlen finde ich auch so.`,
  fr: (x) =>
    `Les documents sont en ${x} : pose ta question en ${x}, s’il te plaît. Les noms et les nombres suffisent aussi.`,
  es: (x) => `Los documentos están en ${x}: pregúntame en ${x}, por favor. Con nombres y números también me sirve.`,
  it: (x) => `I documenti sono in ${x}: fammi la domanda in ${x}, per favore. Bastano anche nomi e numeri.`,
  pt: (x) => `Os documentos estão em ${x}: pergunte em ${x}, por favor. Nomes e números também bastam.`,
  nl: (x) => `De documenten zijn in het ${x}: stel je vraag in het ${x}. Namen en getallen werken ook zo.`,
  pl: (x) => `Język dokumentów: ${x}. Zapytaj, proszę, w tym języku. Same nazwy i liczby też wystarczą.`,
  sv: (x) => `Dokumenten är på ${x}: fråga gärna på ${x}. Namn och siffror fungerar också som de är.`,
  tr: (x) => `Belgelerin dili: ${x}. Lütfen bu dilde sor. Yalnız adlar ve sayılar da yeter.`,
  ru: (x) => `Язык документов: ${x}. Спросите, пожалуйста, на нём. Имена, как они там пишутся, и числа тоже подойдут.`,
  uk: (x) =>
    `Мова документів: ${x}. Запитайте, будь ласка, цією мовою. Імена, як їх там пишуть, і числа теж підійдуть.`,
  ar: (x) => `لغة المستندات: ${x}. من فضلك اسأل بهذه اللغة. تكفي أيضًا الأسماء كما تُكتب فيها والأرقام.`,
  hi: (x) => `दस्तावेज़ों की भाषा: ${x}। कृपया इसी भाषा में पूछें। नाम, जैसे वहाँ लिखे हैं, और संख्याएँ भी चलेंगी।`,
  zh: (x) => `文档的语言是${x}，请用${x}提问。按原文写的名称和数字也可以。`,
  ja: (x) => `文書の言語は${x}です。${x}で質問してください。原文どおりの名前や数字だけでも探せます。`,
  ko: (x) => `문서의 언어는 ${x}입니다. 그 언어로 질문해 주세요. 원문에 쓰인 이름이나 숫자만으로도 찾을 수 있어요.`,
};

/** The line in the question's own language. */
export function languageLine({ language, documents }: ForeignQuestion): string {
  const names = new Intl.DisplayNames([language], { type: "language" });
  const all = documents.map((code) => names.of(code) ?? code);
  return lines[language](new Intl.ListFormat(language, { type: "conjunction" }).format(all));
}
