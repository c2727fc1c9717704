import { itAnswers } from "./inputs.ts";

itAnswers("a sentence is read under its headings of all levels", 10, [
  [
    {
      "festival.md": `# Festival

## Friday

### Main stage

Doors open at 17:00.

### Tent

Doors open at 19:30.

## Saturday

### Main stage

Doors open at 14:00.

### Tent

Doors open at 16:15.
`,
    },
    ["when do doors open at the tent on Friday", "19:30"],
    ["when do doors open on Saturday at the main stage", "14:00"],
  ],
  [
    {
      "manual.md": `# Dishwasher

## Cleaning

### Filter

Rinse it under the tap once a week.

### Spray arm

Free its holes with a toothpick every three months.

# Oven

## Cleaning

### Door

Wipe the glass with vinegar.

### Filter

Change it once a year.
`,
    },
    ["how often must the filter of the oven be changed", "once a year"],
    ["how do I clean the filter of the dishwasher", "Rinse it under the tap"],
    ["how do I clean the spray arm", "toothpick"],
  ],
  [
    {
      "staff.html": `<h1>Offices</h1><h2>Lyon</h2><h3>Reception</h3><p>Open from 8 to 18.</p><h3>Post room</h3><p>Open from 10 to 12.</p>
<h2>Ghent</h2><h3>Reception</h3><p>Open from 9 to 17.</p>`,
      "travel.md": "The train from Lyon to Ghent leaves at 8. The reception after the concert in Ghent was lovely.",
    },
    ["when is the reception in Ghent open", "9 to 17"],
    ["when is the post room in Lyon open", "10 to 12"],
  ],
  [
    {
      "leave.md": `# Leave

## Parental leave

Tell us seven weeks ahead.

## Holiday

Tell us two weeks ahead.

## Sick leave

Tell us before nine on the first day.

# Travel

## Trains

Second class is paid.
`,
    },
    ["how early must I announce a holiday", "two weeks ahead"],
    ["when do I have to report sick", "before nine on the first day"],
    ["which class is paid on trains", "Second class"],
  ],
  [
    {
      "trees.txt": `TREES OF THE PARK

Ginkgo
------
Planted in 1911 by the founder.

Copper beech
------------
Planted in 1874. It leans.

Cedar
-----
Felled in 2002.
`,
    },
    ["when was the copper beech planted", "1874"],
    ["what became of the cedar", "Felled in 2002"],
    ["when was the oak planted", null],
  ],
]);

itAnswers("a title says what its text is about, or the answer itself", 6, [
  [
    {
      "a.md":
        "# Boat house closed until 14 March\n\nThe ice has bent the rails. Members may take boats from the north jetty.",
      "b.md": "# Rail timetable\n\nBoats do not wait for late trains.",
    },
    ["until when is the boat house closed", "14 March"],
    ["why is the boat house closed", "ice has bent the rails"],
  ],
  [
    {
      "wendt.md": "# Ilse Wendt elected mayor of Harn\n\nShe won 54% of the votes on Sunday, ahead of the incumbent.",
      "harn.md": "# Harn\n\nHarn is a town of 9,000 people. The mayor's office is by the canal.",
    },
    ["who was elected mayor of Harn", "Ilse Wendt"],
    ["how many people live in Harn", "9,000 people"],
  ],
  [
    {
      "bulb.md":
        "# Changing the lamp of the projector\n\nSwitch it off and wait for an hour. Then undo the two screws below and pull the lamp out.",
      "screen.md": "# Changing the screen\n\nCall the caretaker: it takes three people.",
    },
    ["how do I change the lamp of the projector", "undo the two screws"],
    ["how do I change the screen", "Call the caretaker"],
  ],
  [
    {
      "post.html": `<title>Version 7 drops support for Windows 8</title><h1>Version 7 drops support for Windows 8</h1>
<p>It came out today. Those who need the old system can stay with version 6 until its end in June.</p>`,
    },
    ["does version 7 support Windows 8", "drops support for Windows 8"],
    ["until when can I stay with version 6", "June"],
  ],
  [
    {
      "g1.md":
        "---\ntitle: Opening hours of the repair café\n---\n\nWednesday 15–19, and on the first Saturday of the month 10–14.",
      "g2.md": "---\ntitle: Opening hours of the library\n---\n\nMonday to Friday 9–18.",
    },
    ["when is the repair café open", "Wednesday 15–19"],
    ["opening hours library", "Monday to Friday 9–18"],
  ],
  [
    {
      "fire.md":
        "# Fire at Dellmouth pier: two hurt, cause unknown\n\nThe flames were seen across the bay. Police asked witnesses to call.",
      "pier.md": "# Dellmouth pier\n\nIt is 310 metres long, and was hurt by storms twice.",
    },
    ["how many people were hurt in the fire at Dellmouth pier", "two hurt"],
    ["how long is Dellmouth pier", "310 metres"],
  ],
]);

itAnswers("a field of the front matter answers", 10, [
  [
    {
      "talks/soil.md": `---
title: Living soil
speaker: Dr Amina Yusuf
room: Aula
time: "14:30"
language: French
---

Soil holds more life than all that walks on it. Bring questions about your room plants.
`,
      "talks/bees.md": `---
title: Wild bees in town
speaker: Karl Ost
room: Room 12
time: "16:00"
language: English
---

Wild bees need bare soil and dead stems. The speaker keeps none himself.
`,
    },
    ["who speaks about living soil", "Dr Amina Yusuf"],
    ["in which room is the talk on wild bees", "Room 12"],
    ["when is the talk on wild bees", "16:00"],
    ["in what language is living soil", "French"],
  ],
  [
    {
      "soup.md": `---
title: Lentil soup
servings: 6
time: 45 minutes
difficulty: easy
---

Rinse the lentils. Chop two onions. Serve it hot to six guests or to three hungry ones.
`,
      "pie.md": `---
title: Plum pie
servings: 8
time: 2 hours
difficulty: hard
---

Stone the plums. It is easy to forget the sugar.
`,
    },
    ["how long does the lentil soup take", "45 minutes"],
    ["how difficult is the plum pie", "hard"],
    ["how many servings does the plum pie make", "8"],
  ],
  [
    {
      "job.md": `---
title: Gardener
location: Palm house
salary: 2,900 euros a month
deadline: 2024-09-30
contact: jobs@garden.example
---

You water, prune and explain. Some months bring crowds, and the palm house gets hot.
`,
    },
    ["what is the salary of the gardener", "2,900 euros a month"],
    ["until when can I apply", "2024-09-30"],
    ["where does the gardener work", "Palm house"],
  ],
  [
    {
      "pump.md": `+++
title = "Pump 3"
manufacturer = "Hollin & Sons"
installed = "2011"
serviced_by = "Gerda Blom"
+++

It lifts water from the old shaft. Gerda Blom once fell in, unhurt.
`,
    },
    ["who made pump 3", "Hollin & Sons"],
    ["who services pump 3", "Gerda Blom"],
    ["when was pump 3 installed", "2011"],
  ],
]);
