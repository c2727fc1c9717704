import { itAnswers } from "./inputs.ts";

itAnswers("a question in the text is answered by what follows it", 9, [
  [
    {
      "faq.md": `# Questions

## Can I bring a guest to the climbing hall?

Yes, one guest a visit, who signs the waiver at the desk.

## Can I bring my own rope?

Only single ropes of at least 40 metres.

## What happens if I lose my locker key?

We keep a deposit of 15 euros and open the locker for you.
`,
      "news.md": `A guest asked last week whether he could bring a rope bag. We lost two keys in May, which was a record.`,
    },
    ["can I bring a guest to the climbing hall", "one guest a visit"],
    ["may I use my own rope", "single ropes of at least 40 metres"],
    ["what happens if I lose my locker key", "deposit of 15 euros"],
  ],
  [
    {
      "help.html": `<h1>Help</h1><details><summary>How do I reset my password?</summary><p>Open Settings, choose Security and press Reset.</p></details>
<details><summary>Why was my account locked?</summary><p>Five wrong passwords in a row lock it for an hour.</p></details>
<p>Passwords are a nuisance, we know. A locked account is no shame.</p>`,
    },
    ["how do I reset my password", "choose Security and press Reset"],
    ["why was my account locked", "Five wrong passwords in a row"],
  ],
  [
    {
      "visit.md": `**Q: Is there parking at the museum?**

A: Not for cars. Coaches stop behind the tower.

**Q: Are dogs allowed?**

A: Guide dogs only.

The museum shop sells postcards of dogs and of parked carriages.
`,
    },
    ["is there parking at the museum", "Not for cars"],
    ["are dogs allowed in the museum", "Guide dogs only"],
  ],
  [
    {
      "chat.txt": `[10:02] Lena: does anybody know when the plumber comes?
[10:04] Marc: Thursday between 8 and 10
[10:05] Lena: thanks, and who lets him in?
[10:09] Sofia: I will, I work from home that day
[10:11] Marc: the plumber was late last time`,
    },
    ["when does the plumber come", "Thursday between 8 and 10"],
    ["who lets the plumber in", "I will, I work from home"],
  ],
  [
    {
      "interview.md": `# Talk with the lighthouse keeper

How long have you kept the light?

Since I was twenty, so for thirty-one years now.

Do you ever get lonely?

Never in summer, and in winter I have the radio.

How tall is the tower?

It has 192 steps, and 41 metres from the rock to the lamp.
`,
      "tourism.md":
        "Visitors often ask how long the keeper will stay and how tall waves can be. Nobody counted the lonely ones.",
    },
    ["how long has he kept the light", "thirty-one years"],
    ["how tall is the tower", "41 metres"],
    ["is the keeper lonely", "in winter I have the radio"],
  ],
]);

itAnswers("an echo of the question is not its answer", 8, [
  [
    {
      "links.md": `# Links

- [When does the swimming season start?](season.md)
- [How much is a season ticket?](prices.md)
- [Who runs the kiosk?](kiosk.md)
`,
      "season.md": "# Season\n\nWe fill the lake pool in April. Swimming is allowed from 12 May on.",
      "prices.md": "# Prices\n\nAdults pay 60 euros for a season ticket, children half of it.",
      "kiosk.md": "# Kiosk\n\nThe kiosk is let to Mrs Ivana Petek, who also bakes the cakes.",
    },
    ["when does the swimming season start", "from 12 May on"],
    ["how much is a season ticket", "60 euros"],
    ["who runs the kiosk", "Ivana Petek"],
  ],
  [
    {
      "index.html": `<title>Why was the bridge closed?</title><h1>Why was the bridge closed?</h1>
<p>Many people have asked us why the bridge was closed on Monday.</p>
<p>Engineers had found a crack in the northern pier, and took no risk.</p>`,
      "teaser.txt": "Read more: Why was the bridge closed? Our reporter looks into the matter.",
    },
    ["why was the bridge closed", "a crack in the northern pier"],
  ],
  [
    {
      "minutes.md": `# Minutes of 3 June

The question who pays for the new hedge was raised again by Mr Dorn.

The association pays for the hedge, each owner for the gate.

Whether the hedge may be higher than 2 metres was not discussed.
`,
    },
    ["who pays for the new hedge", "The association pays"],
    ["may the hedge be higher than 2 metres", null],
  ],
  [
    {
      "toc.md": `# Handbook

1. [What to do when the alarm rings](alarm.md)
2. [Where to find the first aid kit](aid.md)
3. [How to report a broken machine](report.md)
`,
      "alarm.md": "# Alarm\n\nLeave by the nearest stairs and gather at the oak.",
      "aid.md": "# Aid\n\nThe kit hangs beside the sink in the tea kitchen.",
      "report.md": "# Broken machines\n\nPut the red tag on it and write to workshop@hall.example.",
    },
    ["what to do when the alarm rings", "gather at the oak"],
    ["where do I find the first aid kit", "beside the sink"],
    ["how do I report a broken machine", "Put the red tag on it"],
  ],
  [
    {
      "forum.md": `# How do I export my notes as PDF?

I have looked everywhere. How do I export my notes as PDF?

## Answer

Choose Print from the menu, then "Save as PDF" in place of a printer.

## Related

- How do I import my notes from PDF?
- How do I export my notes to another app?
`,
    },
    ["how do I export my notes as PDF", "Choose Print from the menu"],
  ],
  [
    {
      "wire.txt":
        "WHO WON THE REGATTA?\n\nThousands wondered on Sunday who won the regatta, as fog hid the finish.\n\nThe jury gave it to the crew of the Osprey by two lengths.",
      "column.txt": "Who won the regatta matters little to the herons.",
    },
    ["who won the regatta", "the crew of the Osprey"],
  ],
  [
    {
      "survey.md":
        "In the survey we asked how satisfied members are with the changing rooms. Of those who replied 71% were satisfied with them, 12% were not.",
      "plan.md": "We plan to ask again next year how satisfied members are with the changing rooms.",
    },
    ["how satisfied are members with the changing rooms", "71% were satisfied"],
  ],
]);
