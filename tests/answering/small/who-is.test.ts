import { type Files, itAnswers } from "./inputs.ts";

const COUNCIL: Files = {
  "council.md": `Mara Quint, the head of the water board, warned of a dry summer. Piet Zander thanked Mara Quint.
The architect Tove Brandt showed plans, and Zander doubted them. Zander doubted the costs too.
Rafi (bass) and Loes (drums) played for Quint. Brandt left early, as did the treasurer.`,
  "letters.md": `Dear Mara Quint, the wells are low. Yours, Odo Pfeil.
Odo Pfeil is a retired miner who writes to every paper. Nobody knows a Quint street.`,
};
const NEWS: Files = {
  "arrest.txt": `Police arrested Viktor Saal in Ghent. Saal said that he was innocent. Commissioner Agnes Wouters led the search.
Saal, 43, was once a diamond cutter. Wouters refused to name the witness. The witness, a baker, had seen Saal.`,
  "court.md": `The lawyer of Viktor Saal is Ineke Bos. Bos asked for bail. Judge Harmen Smit turned that down.
The prosecutor met Wouters. Anouk Dries wept.`,
};
const CREW: Files = {
  "crew.md": `| Name | Post |
|---|---|
| Solveig Aas | navigator |
| Juan Pardo | cook |

Milo, our ship's cat, sleeps in the galley. Juan Pardo burnt the soup twice. Solveig Aas sang.`,
  "speaker.md": `---
speaker: Prof. Ngozi Eze
about: Ngozi Eze teaches oceanography in Lagos
---

Eze brought slides. The sea was calm.`,
};

itAnswers("who somebody is: a description that touches the name, or nothing", 15, [
  [
    COUNCIL,
    ["who is Mara Quint", "the head of the water board"],
    ["who is Tove Brandt", "The architect Tove Brandt"],
    ["who is Odo Pfeil", "a retired miner"],
    ["who is Piet Zander", null],
    ["who's Loes", "Loes (drums)"],
  ],
  [
    NEWS,
    ["who is Viktor Saal", "once a diamond cutter"],
    ["who is Agnes Wouters", "Commissioner Agnes Wouters"],
    ["who is Ineke Bos", "lawyer of Viktor Saal is Ineke Bos"],
    ["who is Harmen Smit", "Judge Harmen Smit"],
    ["who is Anouk Dries", null],
  ],
  [
    CREW,
    ["who is Solveig Aas", "navigator"],
    ["who is Juan Pardo", "cook"],
    ["who is Ngozi Eze", "teaches oceanography"],
    ["who is Milo", "our ship's cat"],
    ["who is Olga Ruiz", null],
  ],
]);

itAnswers("a name of one word finds the person of that name", 14, [
  [
    COUNCIL,
    ["who is Quint", "the head of the water board"],
    ["who is Brandt", "The architect Tove Brandt"],
    ["who is Pfeil", "a retired miner"],
    ["who is Zander", null],
    ["who is Rafi", "Rafi (bass)"],
  ],
  [
    NEWS,
    ["who is Saal", "once a diamond cutter"],
    ["who is Wouters", "Commissioner Agnes Wouters"],
    ["who is Smit", "Judge Harmen Smit"],
    ["who was Bos", "Ineke Bos"],
    ["who is Dries", null],
    ["who is Peeters", null],
  ],
  [CREW, ["who is Pardo", "cook"], ["who is Solveig", "navigator"], ["who is Eze", "teaches oceanography"]],
]);
