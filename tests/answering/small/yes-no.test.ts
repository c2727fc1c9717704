import { type Files, itAnswers } from "./inputs.ts";

const POOL: Files = {
  "pool-rules.md": `---
title: Rules of the Seven Springs pool
publisher: Town of Marlow
published: 2024-04-02
---
The pool is open every day except on Mondays. Children under eight may not enter the water without an adult. Dogs are not allowed on the lawn, but they may wait at the gate.

Glass bottles are forbidden everywhere. Plastic bottles may be brought in. Visitors may leave their bags in the lockers, for which no deposit is taken.

Tickets are sold at the gate until half past five. A season ticket can't be lent to others. Nobody needs a membership to swim, and pensioners never pay more than two euros.

The slide has been closed since March because of a crack. It will not be repaired before June. The sauna was opened again on Saturday.
`,
  "council-report.md": `---
title: Council votes on the pool
publisher: Marlow Courier
published: 2024-05-14
---
The council of Marlow refused on Tuesday to raise the entrance fee. Mayor Ines Calder voted against the proposal, and so did both Greens. Councillor Tobias Renn was in favour.

Calder denied that the pool would be sold. "We have no plans to sell it," she told the Courier. The swimming club did not attend the meeting. Its chairman, Piet Aldous, had asked for longer hours and failed to get them.

The lifeguards have signed a new contract. None of them will be dismissed, according to Renn. The old boiler was not replaced, although an engineer had warned of leaks. No one was hurt when a tile fell in April.

The county has agreed to pay half of the repairs. A loan from the bank was neither asked for nor offered.
`,
};

itAnswers("yes or no: the sentence that settles it, with its “not” among the words marked", 24, [
  [
    POOL,
    ["is the pool open on mondays", "except on Mondays"],
    ["can a six-year-old swim alone", "may not enter"],
    ["are dogs allowed on the lawn", "not allowed"],
    ["may dogs wait at the gate", "may wait"],
    ["can I bring a glass bottle", "forbidden"],
    ["are plastic bottles allowed", "may be brought"],
    ["do I have to pay a deposit for the locker", "no deposit"],
    ["can I lend my season ticket to a friend", "can't be lent"],
    ["do I need to be a member to swim", "Nobody needs"],
    ["do pensioners pay more than two euros", "never pay"],
    ["is the slide open", "has been closed since"],
    ["will the slide be repaired in may", "not be repaired"],
    ["is the sauna open again", "opened again"],
    ["did the council raise the fee", "refused"],
    ["did the mayor vote for the proposal", "voted against"],
    ["did Calder vote against the proposal", "voted against"],
    ["was Renn in favour", "in favour"],
    ["did the Greens support it", "so did both Greens"],
    ["will the pool be sold", "denied that the pool would be sold"],
    ["does the town plan to sell the pool", "no plans to sell it"],
    ["did the swimming club come to the meeting", "did not attend"],
    ["did Aldous get longer hours", "failed to get"],
    ["have the lifeguards signed a contract", "have signed"],
    ["will any lifeguard be dismissed", "None of them"],
    ["was the boiler replaced", "not replaced"],
    ["was anyone hurt by the tile", "No one was hurt"],
    ["is the county paying for the repairs", "agreed to pay"],
    ["did the bank offer a loan", "neither asked"],
    ["has the bank been asked for money", "neither asked"],
    ["aren't tickets sold at the gate?", "sold at the gate"],
  ],
]);
