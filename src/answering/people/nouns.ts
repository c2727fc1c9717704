import type { Thesaurus } from "../../lexicon/thesaurus.ts";
import { isOrganisationNoun } from "../../text/entities/organisations.ts";
import { isTitle } from "../../text/entities/titles.ts";
import { stopWords } from "../../text/stop-words.ts";

/** What somebody or something is said to be. */
export type Kind = "person" | "organisation";

/** Persons by what they are to others, or by what befell them, where WordNet thinks of another sense first. */
const PERSONS: ReadonlySet<string> = new Set(
  `aide ally mum mom dad mother father parent daughter son brother sister wife husband partner widow boss colleague
  co-founder cofounder founder veteran survivor victim witness resident expert fan figure insider insurgent novelist
  nominee contender candidate operative president-elect vice-president co-chair whistleblower webmaster sysadmin
  frontman podcaster blogger vlogger youtuber streamer designer freelancer newcomer intern trainee rep representative
  lead head chief counsel official adviser advisor deputy senior junior freshman member regular cyclist barista ceo cfo cto coo
  cio vp mp mep postdoc professional contact correspondent bishop cook guide host guest patient client nurse pupil`.split(
    /\s+/,
  ),
);
/** What WordNet has as persons first, and is hardly ever meant so behind a name. */
const NO_PERSONS: ReadonlySet<string> = new Set(
  `addition american case cause chance character first second last life light model name number one other party people
  person power public rest self sort subject thing time way work world best worst same such general double lot
  british russian german french english chinese majority minority cross press medium media mark star image spirit
  home city state country town village district region part place day week month year night morning account hand`.split(
    /\s+/,
  ),
);

/** Nouns that say who somebody is, or what an organisation is. */
export class Nouns {
  readonly #thesaurus: Thesaurus;
  readonly #known = new Map<string, Kind | null>();
  readonly #answers = new Map<string, boolean>();

  constructor(thesaurus: Thesaurus) {
    this.#thesaurus = thesaurus;
  }

  /** @param noun one word, as it stands */
  kindOf(noun: string): Kind | null {
    const word = noun.toLowerCase().replaceAll(".", "");
    let kind = this.#known.get(word);
    if (kind === undefined) {
      kind = this.#lookUp(word);
      this.#known.set(word, kind);
    }
    return kind;
  }

  #lookUp(word: string): Kind | null {
    const last = word.slice(word.lastIndexOf("-") + 1);
    if (PERSONS.has(word) || isTitle(word) || isTitle(last)) return "person";
    if (isOrganisationNoun(word)) return "organisation";
    if (word.length < 3 || NO_PERSONS.has(word) || /(?:ing|ly)$/.test(word)) return null;
    if (!stopWords.has(word) && this.#thesaurus.usualPart(word) === "noun" && this.#isPerson(word)) return "person";
    if (PERSONS.has(last) || PERSONS.has(word.replace(/s$/, "")) || isTitle(word.replace(/s$/, ""))) return "person";
    const made = /(?:man|woman|person|mate|mother|father|worker|keeper|holder|maker|ist|ologist)$/.test(word);
    return made && !this.#thesaurus.knows(word) ? "person" : null;
  }

  /** "wells" is the plural of what is none, though WordNet knows a writer of that name. */
  #isPerson(word: string): boolean {
    const single = /[^s]s$/.test(word) ? word.slice(0, -1) : word;
    return this.#thesaurus.kindsOf(this.#thesaurus.isLemma(single, "noun") ? single : word).has("person");
  }

  /** Whether it is a place, as far as WordNet knows. @param name in lower case, its words parted by spaces */
  isPlace(name: string): boolean {
    return this.#remember(`place ${name}`, () => this.#thesaurus.kindsOf(name).has("place") || LANDS.has(name));
  }

  /** Whether English has it as a word that is no noun most of the time: "prominent", "meanwhile". */
  isModifier(word: string): boolean {
    const thesaurus = this.#thesaurus;
    return this.#remember(
      `part ${word}`,
      () => thesaurus.usualPart(word) !== "noun" || (!thesaurus.isLemma(word, "noun") && thesaurus.knows(word)),
    );
  }

  /** Whether it is a word of everyday English: not "frye", nor "obama", which WordNet has too. */
  isCommon(word: string): boolean {
    return this.#remember(`common ${word}`, () => this.#thesaurus.frequency(word) > 0);
  }

  /** Whether it is a word of English, or a name that WordNet has. */
  isWord(word: string): boolean {
    return this.#remember(`word ${word}`, () => this.#thesaurus.knows(word));
  }

  /** "Russians", "Democrats": many of a kind. */
  isGroup(word: string): boolean {
    if (!word.endsWith("s")) return false;
    const thesaurus = this.#thesaurus;
    return this.#remember(
      `group ${word}`,
      () => !thesaurus.isLemma(word, "noun") && thesaurus.kindsOf(word).has("person"),
    );
  }

  #remember(key: string, find: () => boolean): boolean {
    const known = this.#answers.get(key) ?? find();
    this.#answers.set(key, known);
    return known;
  }
}

const LANDS = new Set(
  "europe asia africa america oceania antarctica arctic balkans earth internet us usa uk".split(" "),
);
