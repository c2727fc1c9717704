/** Languages that a question is told of. ISO 639-1. */
export const languages = [
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "sv",
  "tr",
  "ru",
  "uk",
  "ar",
  "hi",
  "zh",
  "ja",
  "ko",
] as const;
export type ForeignLanguage = (typeof languages)[number];

/** In lower case, in the language's own script. */
interface Words {
  /** Question words, verbs of being, having and being able, pronouns of who does it: what titles and loan words lack. */
  readonly asks: string;
  /** Articles, prepositions, other pronouns and the like. */
  readonly links: string;
}

/**
 * What sentences are built with in each language. Of a script without spaces, what marks a sentence rather than a name;
 * of any but Latin the script says most, and the two kinds are not told apart.
 */
const lists: Readonly<Record<ForeignLanguage, Words>> = {
  de: {
    asks: `wer gibts gehts jemand niemand wen wem wessen was wann wo wohin woher warum wieso weshalb wie wieviel welche welcher welches welchen
      welchem womit wofür worum ist sind war waren bin bist hat habe haben hatte hatten wird werden wurde
      wurden worden geworden gibt gab kann kannst können könnte muss musst müssen darf dürfen soll sollen will
      wollen möchte mag macht machen geht kostet heißt heisst steht liegt findet ich du er sie es wir ihr mich
      mir dich dir uns euch`,
    links: `ihn ab denn doch wohl etwa rein raus ihm ihnen mein meine meinen meinem meiner dein deine sein seine unser unsere ihre ihren kein keine
      keinen man sich der die das den dem des ein eine einen einem einer eines und oder aber nicht noch auch
      nur schon mehr sehr hier dort dann wenn dass ob als für mit von vom zu zum zur bei beim nach aus auf über
      unter vor hinter zwischen durch gegen ohne um bis seit im in an am ans wegen während diese dieser dieses
      diesen alle alles etwas viele viel wenig bitte so da`,
  },
  fr: {
    asks: `qui quelqu quoi quand où comment pourquoi combien quel quelle quels quelles lequel laquelle est sont était
      étaient suis es sommes êtes été être ai avons avez ont avait avaient avoir fait font faire peut peux
      peuvent pouvez pouvons dois doit doivent faut va vais vont veut veux voudrais dit je tu il elle on nous
      vous ils elles`,
    links: `c d j l m n qu s t que as a me te se lui leur moi toi mon ma mes ton ta tes son sa ses notre nos votre vos leurs ce cet
      cette ces ça cela le la les un une des du de au aux et ou mais ne pas plus jamais rien très aussi déjà
      encore dans sur sous avec sans pour par chez vers entre avant après depuis pendant contre en à y si comme
      quelque`,
  },
  es: {
    asks: `quién alguien nadie quien quiénes quienes qué cuándo cuando dónde donde adónde cómo cuánto cuanto cuánta cuanta cuántos
      cuantos cuántas cuantas cuál cual cuáles cuales es son era eran fue fueron ser está esta están estan
      estoy estaba estar he has ha hemos han había hay haber tengo tiene tienen tenía puedo puede pueden
      podemos puedes debo debe hace hacen hacer voy va van quiero quiere dijo dice yo tú él ella nosotros ellos
      ellas usted ustedes`,
    links: `que como por porque para me te se nos le les lo mi mis tu tus su sus nuestro nuestra este esta estos
      estas ese esa eso esos aquel el la los las un una unos unas del de al y o pero no sí si muy más mas
      también ya todavía en con sin sobre entre desde hasta hacia contra durante antes después a`,
  },
  it: {
    asks: `chi bisogna qualcuno nessuno cosa cos quando dove dov come perché perche quanto quanta quanti quante quale quali qual è sono era
      erano sei siamo essere stato stata stati state ho hai ha abbiamo avete hanno aveva avere posso può puo
      possono possiamo devo deve devono fa fanno fare faccio va vado vuole voglio vorrei serve detto io tu lui
      lei noi voi loro`,
    links: `d l un che c mi ti si ci vi gli lo la le mio mia miei tuo tua suo sua nostro nostra questo questa questi queste
      quello quella il i un uno una del dello della dei degli delle dell al allo alla ai agli alle all dal
      dalla dai dalle nel nello nella nei negli nelle nell sul sulla sui sulle sull col di a da in con su per
      tra fra e o ma non più anche già ancora molto se prima dopo durante senza contro`,
  },
  pt: {
    asks: `quem alguém ninguém quê quando onde quanto quanta quantos quantas qual quais é são era eram foi foram ser está esta
      estão estou estava estar tem têm tenho tinha ter há pode podem posso podemos deve devo faz fazem fazer
      faço vai vou vão quer quero disse preciso precisa eu tu você ele ela nós vocês eles elas`,
    links: `que como porque porquê me te se nos lhe meu minha meus minhas seu sua seus suas nosso nossa este esse
      essa isso isto aquele o os a as um uma uns umas do da dos das no na nas ao à aos às pelo pela pelos pelas
      de em com sem sobre entre desde até para por pra e ou mas não sim muito mais também já ainda antes depois
      durante contra`,
  },
  nl: {
    asks: `wie iemand niemand wiens wat wanneer waar waarom waarheen hoe hoeveel welke welk is zijn was waren ben bent heb hebt
      heeft hebben had hadden wordt worden werd werden geworden kan kunt kunnen kon moet moeten mag mogen zal
      zullen wil willen zou gaat gaan doet doen staat kost komt zei zegt ik jij je hij zij ze wij jullie`,
    links: `u we mij me hem haar hun ons onze mijn jouw uw de het een en of maar niet geen wel nog ook al meer zeer
      hier daar er dan als dat die dit deze om te voor met van bij naar uit op over onder tussen door tegen
      zonder tot sinds in aan`,
  },
  pl: {
    asks: `kto ktoś nikt kogo komu kim co czego czym kiedy gdzie skąd dokąd dlaczego czemu jak jaki jaka jakie jakim ile ilu
      który która które których którzy której czy jest są był była było byli były być będzie będą mam ma mają
      masz miał może mogę można mogą musi muszę trzeba chcę chce ty ona ono wy oni one`,
    links: `ja on my mnie mi cię ci go jego jej ich im nas nam was się swój mój moja moje twój ten ta to te tego tej
      tych tym i oraz lub albo ale nie tak już jeszcze też bardzo więcej w we z ze na do od dla po przed za pod
      nad między przez bez u o przy że żeby jeśli`,
  },
  sv: {
    asks: `vem någon något några ingen vems vad när var varför vart hur vilken vilket vilka är blev blir bli har hade ha kan kunde ska
      skulle måste får fick vill finns gör heter kostar sa sade säger jag du han hon vi ni`,
    links: `de dem mig dig sig oss er min mitt mina din sin sitt sina vår vårt den det en ett och eller men inte
      också redan ännu mycket mer här där då som att om för med av från till på i under över mellan mot utan
      efter före hos åt`,
  },
  tr: {
    asks: `kim kimse kime kimi kimin ne neyi nedir nerede nereye nereden neden niçin niye nasıl kaç kaça kaçta hangi
      hangisi mi mı mu mü mısın misin var yok değil ben sen biz siz onlar`,
    links: `o bana sana ona bize bu şu bunu şunu bir ve veya ya da de ama için ile gibi kadar sonra önce hakkında
      göre üzerinde olan oldu olarak olur olabilir olabilirim ise daha çok en zaman edildi dedi etti`,
  },
  ru: {
    asks: `кто кого кому кем что чего чему чем когда где куда откуда почему зачем как какой какая какое какие каких
      сколько который которая ли есть был была было были будет будут быть может можно могу могут надо нужно
      нужен нужна должен я ты он она оно мы вы они меня мне тебя его ему её ее их им нас нам вас вам мой моя
      это этот эта эти тот и или но а не ни уже ещё еще очень во в на с со к у о об от до из за по под над при
      про для без через между после перед`,
    links: "",
  },
  uk: {
    asks: `хто кого кому ким що чого чому чим коли де куди звідки навіщо як який яка яке які яких скільки котрий
      котра о чи є був була було були буде будуть бути може можна можу треба потрібно потрібна потрібен я ти
      він вона воно ми ви вони мене мені тебе його йому її їх нас нам вас мій моя це цей ця ці той і й та або
      але не ні вже ще дуже у в на з із зі до від для без про по під над при через між після перед за`,
    links: "",
  },
  ar: {
    asks: `من ما ماذا متى أين اين لماذا كيف كم هل أي اي هو هي هم كان كانت في على عن إلى الى مع هذا هذه ذلك التي الذي
      أن لا قال يمكنني يوجد أنا نحن`,
    links: "",
  },
  hi: {
    asks: `कौन किसने किसको किस किसे क्या कब कहाँ कहां क्यों कैसे कितना कितने कितनी है हैं था थे थी हो मैं हम आप वह
      यह का के की को से में पर ने और या नहीं लिए बारे मुझे सकता सकते कर करें किया`,
    links: "",
  },
  zh: {
    asks: `谁 多长 多久 多大 能不能 誰 什么 什麼 甚麼 哪 吗 嗎 呢 怎么 怎麼 怎样 多少 几 幾 为什么 為什麼 为何 何时 的 是 了 在 我 你 他 她 有 没 不 请 可以 和 对`,
    links: "",
  },
  ja: {
    asks: `は が を に の か で と も へ です ます ました いつ どこ 誰 なぜ 何 どう いくら ください 教え した`,
    links: "",
  },
  ko: {
    asks: `누가 돼요 되나요 가요 지요 누구 무엇 무슨 뭐 뭘 언제 어디 왜 어떻게 얼마 몇 어느 어떤 나요 까요 인가요 예요 이에요 어요 아요 세요 습니까 니까 입니다 있 해요 했`,
    links: "",
  },
};

/** Of each language, all the words that sentences are built with. */
export const functionWords = toSets(({ asks, links }) => `${asks} ${links}`);

/** Those of them that stand in a question rather than in a title. */
export const askingWords = toSets(({ asks }) => asks);

function toSets(choose: (words: Words) => string): Readonly<Record<ForeignLanguage, ReadonlySet<string>>> {
  const sets = {} as Record<ForeignLanguage, ReadonlySet<string>>;
  for (const language of languages) sets[language] = new Set(choose(lists[language]).trim().split(/\s+/));
  return sets;
}
