import { itAnswers } from "./inputs.ts";

itAnswers("a short question on a short fact is answered", 18, [
  [
    {
      "pool.md": "The pool opens at 7. The pool closes at 21. The sauna opens at 10.",
      "pets.md": "Dogs stay outside. Cats roam.",
    },
    ["when does the pool open", "The pool opens at 7."],
    ["when does the pool close", "The pool closes at 21."],
    ["sauna open", "The sauna opens at 10."],
    ["dogs allowed?", "Dogs stay outside."],
  ],
  [
    {
      "keys.md": "Ravi has the shed key. Ines has the bike key.",
      "shed.md": "The shed is green. The bike is in the shed.",
    },
    ["who has the shed key", "Ravi"],
    ["bike key?", "Ines"],
    ["where is the bike", "in the shed"],
    ["what colour is the shed", "green"],
  ],
  [
    {
      "club.txt": "Dues are 40 euros.\nDues are paid in May.\nNobody under 16 rows alone.\nThe flag is blue and white.",
    },
    ["how much are dues", "40 euros"],
    ["when are dues paid", "in May"],
    ["minimum age rowing alone", "16"],
    ["flag colours", "blue and white"],
  ],
  [
    {
      "wifi.md": "The Wi-Fi is called Nest. The password is on the fridge.",
      "fridge.md": "The fridge is old. It is defrosted monthly.",
    },
    ["wifi name", "Nest"],
    ["where is the password", "on the fridge"],
    ["how often is the fridge defrosted", "monthly"],
  ],
  [
    {
      "cook.md": "Beans need 8 hours of soaking. Rice needs none.",
      "cellar.md": "Wine is in the cellar. The cellar has 12 steps.",
    },
    ["soaking beans how long", "8 hours"],
    ["where's the wine", "cellar"],
    ["cellar steps", "12 steps"],
  ],
  [
    { "bus.md": "Bus 9 stops at the mill. Bus 12 skips the mill. The last bus leaves at 23:40." },
    ["which bus stops at the mill", "Bus 9"],
    ["last bus", "23:40"],
    ["does bus 12 stop at the mill", "skips the mill"],
  ],
  [
    { "zoo.md": "The zoo has two pandas. The pandas sleep until noon. Ostriches bite." },
    ["how many pandas", "two pandas"],
    ["do ostriches bite", "Ostriches bite."],
    ["how many ostriches", null],
  ],
]);

itAnswers("for and against, did and did not", 11, [
  [
    {
      "minutes.md": `Ann Lie and Bo Dahl voted for the windmill. Cay Holt voted against the windmill.
Dee Fox did not vote on the windmill. Eli Gray had proposed the windmill.`,
      "paper.md": "The vote on the windmill was close. Voting took an hour.",
    },
    ["who voted for the windmill", "Ann Lie"],
    ["who voted against the windmill", "Cay Holt"],
    ["who did not vote on the windmill", "Dee Fox"],
    ["who didn't vote", "Dee Fox"],
  ],
  [
    {
      "exam.md": `Calculators are allowed in the physics exam. Calculators are not allowed in the maths exam.
Dictionaries are allowed in both. Phones are never allowed.`,
      "tips.md": "An exam is no race. Phones distract.",
    },
    ["in which exam are calculators not allowed", "not allowed in the maths exam"],
    ["in which exam are calculators allowed", "allowed in the physics exam"],
    ["are phones allowed", "never allowed"],
  ],
  [
    {
      "diet.md":
        "The curry contains nuts. The lasagne contains no nuts. The salad is without onions. The stew has onions and beef.",
      "kitchen.md": "Nuts are kept on the shelf. Onions make cooks cry.",
    },
    ["which dish contains no nuts", "The lasagne"],
    ["which dish contains nuts", "The curry"],
    ["what is without onions", "The salad"],
  ],
  [
    {
      "crew.md":
        "Kim joined the strike. Lou refused to join the strike. Max had never heard of the strike. The strike failed.",
      "quay.md": "The strike was about pay. Joining ropes is an art.",
    },
    ["who joined the strike", "Kim"],
    ["who did not join the strike", "refused to join"],
  ],
  [
    {
      "paths.md":
        "The north path is closed in winter. The south path is not closed in winter. The lake can be crossed only on foot.",
      "signs.md": "Paths are marked in red. Winter is long.",
    },
    ["which path is not closed in winter", "south path"],
    ["which path is closed in winter", "north path"],
    ["which path is closed in spring", null],
  ],
]);

itAnswers("names with signs are words of their own", 13, [
  [
    {
      "langs.md": `The kernel is written in C. The renderer is written in C++. The installer is written in C#.
The statistics are done in R. The gateway is written in Go. The editor runs on Node.js. The reports need .NET 8. The rules are in F#.`,
      "people.md": "Go and ask Rita. Plan C failed. The node in the net was cut. R. Meyer left. Vitamin C is healthy.",
    },
    ["what is written in C", "The kernel"],
    ["what is written in C++", "The renderer"],
    ["what is written in C#", "The installer"],
    ["what is done in R", "The statistics"],
    ["what is written in Go", "The gateway"],
    ["what runs on nodejs", "The editor"],
    ["what needs .NET", "The reports"],
    ["what is in F#", "The rules"],
  ],
  [
    {
      "jobs.md":
        "Ida looks after the C bindings. Jan looks after the C++ bindings. Kai looks after the Go bindings. Lea looks after the .NET bindings.",
      "faq.md": "Bindings go through review. The C of the logo is blue.",
    },
    ["who looks after the C++ bindings", "Jan"],
    ["who looks after the C bindings", "Ida"],
    ["who looks after the Go bindings", "Kai"],
    ["who looks after the C# bindings", null],
  ],
  [
    {
      "a.md": "Model A+ is waterproof. Model A is not. Model A* was never sold.",
      "b.md": "A model stood on the pier. A waterproof coat helps.",
    },
    ["which model is waterproof", "Model A+ is waterproof"],
    ["was model A* sold", "never sold"],
  ],
]);

itAnswers("an identifier is three words and one", 12, [
  [
    {
      "api.md": `\`getUserById\` throws when nobody has the number. \`getUserByName\` returns null when nobody has the name.
\`delete_old_rows\` runs every night. \`MAX_UPLOAD_SIZE\` is 20 MB. \`parseJSONFile\` reads lazily. \`retry-after\` counts in seconds.`,
      "notes.md":
        "Users get a name by mail. Old rows of trees were cut. The size of a file is shown. A user may delete mail at night.",
    },
    ["what does getUserById do when nobody has the number", "throws when nobody"],
    ["get user by name", "returns null"],
    ["what does getUserByName return", "returns null"],
    ["when does delete_old_rows run", "every night"],
    ["when are old rows deleted", "every night"],
    ["what is the max upload size", "20 MB"],
    ["MAX_UPLOAD_SIZE", "20 MB"],
    ["how does parseJSONFile read", "reads lazily"],
    ["in what unit does retry-after count", "in seconds"],
    ["what does getUserByMail return", null],
  ],
  [
    {
      "settings.md":
        "Set `log.level` to `debug` for more output. `cacheTtl` is 300 s. `user.home-dir` must exist. `--no-color` prints plain text.",
      "more.md": "Our home is plain. Output is good. A cache holds things, a level is a tool.",
    },
    ["what is cacheTtl", "300 s"],
    ["cache ttl", "300 s"],
    ["which option prints plain text", "--no-color"],
    ["what must log.level be for more output", "debug"],
  ],
]);

itAnswers("soft hyphens and zero-width characters are not seen", 10, [
  [
    {
      "rent.md":
        "The care\u00adtaker lives on the ground floor. The laun\u00addry is open until 22:00. Gar\u00adbage goes out on Wed\u00adnes\u00adday.",
      "b.md": "Take care on the stairs. The floor is wet.",
    },
    ["where does the caretaker live", "ground floor"],
    ["until when is the laundry open", "22:00"],
    ["when does garbage go out", "goes out on"],
    ["where does the care\u00adtaker live", "ground floor"],
  ],
  [
    {
      "wiki.html":
        "<p>The trans&shy;former was built by Volt&shy;werk. The sub&#8203;station supplies 800 homes.</p><p>Form follows function.</p>",
      "c.md": "The station is old. Homes need form.",
    },
    ["who built the transformer", "was built by"],
    ["how many homes does the substation supply", "800 homes"],
  ],
  [
    {
      "paste.txt":
        "\ufeffThe meet\u200bing is in the li\u200dbrary. The pass\u2060word is \u201cheron\u201d. The Wi\u2011Fi reaches the yard.",
      "d.md": "Meet at the gate. Words pass.",
    },
    ["where is the meeting", "is in the"],
    ["what is the password", "heron"],
    ["does the wifi reach the yard", "reaches the yard"],
    ["does the Wi-Fi reach the yard", "reaches the yard"],
  ],
  [
    {
      "pdf.txt":
        "The \ufb01re exit is on the le\ufb05 side. The o\ufb03ce closes at \uff11\uff18:00. Cafe\u0301 tables are free.",
      "e.md": "The side table is left. Fir trees stand there.",
    },
    ["where is the fire exit", "re exit"],
    ["when does the office close", "closes at"],
    ["are café tables free", "tables are free"],
  ],
]);
