import { itAnswers } from "./inputs.ts";

itAnswers("a table is read by its rows and columns", 12, [
  [
    {
      "fares.md": `# Fares

| Ticket | Adult | Child | Dog |
|---|---|---|---|
| Single | 4.20 € | 2.10 € | 1.00 € |
| Day | 9.80 € | 4.90 € | 2.00 € |
| Month | 74 € | 37 € | free |
`,
      "history.md":
        "A day ticket cost 3 marks when the line opened. Children of drivers rode free for a month each summer.",
    },
    ["what does a day ticket cost for a child", "4.90 €"],
    ["price of a single ticket for a dog", "1.00 €"],
    ["how much is the month ticket for adults", "74 €"],
  ],
  [
    {
      "rota.md": `# Kitchen rota

| Week | Cleaning | Shopping |
|---|---|---|
| 14 | Priya | Jonas |
| 15 | Mette | Priya |
| 16 | Jonas | Mette |

Jonas cleaned the oven in week 9, which was kind.
`,
    },
    ["who does the shopping in week 15", "Mette · Shopping: Priya"],
    ["who is cleaning in week 16", "Cleaning: Jonas"],
  ],
  [
    {
      "limits.md": `# Plans

| | Free | Team | Enterprise |
|---|---|---|---|
| Storage | 5 GB | 200 GB | unlimited |
| Members | 3 | 25 | unlimited |
| History | 30 days | 1 year | 7 years |

The Team plan was called Studio until last year. Enterprise customers get a contact of their own.
`,
    },
    ["how much storage does the team plan have", "200 GB"],
    ["how many members can be in the free plan", "Free: 3"],
    ["how long is the history kept in the enterprise plan", "7 years"],
  ],
  [
    {
      "courses.html": `<h2>Monday</h2><table><tr><th>Time</th><th>Course</th><th>Room</th></tr>
<tr><td>17:00</td><td>Yoga</td><td>Blue hall</td></tr><tr><td>18:30</td><td>Judo</td><td>Dojo</td></tr></table>
<h2>Wednesday</h2><table><tr><th>Time</th><th>Course</th><th>Room</th></tr>
<tr><td>16:00</td><td>Judo</td><td>Gym 2</td></tr><tr><td>19:00</td><td>Fencing</td><td>Blue hall</td></tr></table>`,
      "notes.md": "Judo suits can be lent at the desk. The blue hall was painted on a Monday.",
    },
    ["when is judo on Wednesday", "16:00"],
    ["in which room is yoga", "Blue hall"],
    ["what time is fencing", "19:00"],
  ],
  [
    {
      "devices.md": `| Device | IP address | Location |
|---|---|---|
| printer-2 | 10.0.4.12 | copy room |
| nas | 10.0.4.20 | basement rack |
| camera-1 | 10.0.7.3 | back door |

The printer in the copy room jams when paper is damp.
`,
    },
    ["what is the IP address of the nas", "10.0.4.20"],
    ["where is camera-1", "back door"],
  ],
]);

itAnswers("an item is read under the line that introduces it", 12, [
  [
    {
      "camp.md": `# Camp

For the night in the hut bring:

- a sleeping bag liner
- slippers
- a head torch

Leave at home:

- glass bottles
- speakers

We bring the food up by cable car. Leaving the hut at night is forbidden.
`,
    },
    ["what should I bring for the night in the hut", "a sleeping bag liner"],
    ["what should I leave at home", "glass bottles"],
  ],
  [
    {
      "waste.md": `# Sorting

The following go into the yellow bin:

- milk cartons
- tins
- plastic film

The following go into the grey bin:

- ash
- broken porcelain
- nappies

The yellow bin is emptied on Tuesdays. A tin of paint once exploded in the grey bin.
`,
    },
    ["in which bin do nappies go", "nappies"],
    ["what goes into the yellow bin", "milk cartons"],
    ["when is the yellow bin emptied", "on Tuesdays"],
  ],
  [
    {
      "roles.md": `The committee elected these officers:

* Chair: Hanne Bruun
* Treasurer: Otto Weiss
* Secretary: Femi Adeyemi

Otto Weiss had been chair before. The secretary's chair squeaks.
`,
    },
    ["who is the treasurer", "Otto Weiss"],
    ["who was elected chair", "Hanne Bruun"],
  ],
  [
    {
      "release.md": `# 4.0

## Removed

- the \`legacy\` theme
- support for Python 3.8

## Added

- dark mode
- keyboard shortcuts for tabs

The legacy theme was written in Python, by the way.
`,
    },
    ["what was removed in 4.0", "legacy"],
    ["was dark mode added", "dark mode"],
    ["which Python version is no longer supported", "Python 3.8"],
  ],
  [
    {
      "bake.md": `# Rye bread

You need:

1. 500 g rye flour
2. 12 g salt
3. 400 ml warm water

Then:

1. Stir everything.
2. Let it rest for 16 hours.
3. Bake at 230 °C for 50 minutes.

Rye was grown on the hill until 1960. Water in the valley is hard.
`,
    },
    ["how much salt do I need for the rye bread", "12 g salt"],
    ["how long does the dough rest", "16 hours"],
    ["at what temperature is the bread baked", "230 °C"],
  ],
]);
