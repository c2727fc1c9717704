import { expect, it } from "vitest";
import { type Files, itAnswers, knowledgeOf } from "./inputs.ts";

/** A folder in which two documents say different things, a question, the words of the newer and those of the older. */
type Change = readonly [files: Files, question: string, newer: string, older: string];

const dated = (published: string, text: string) => `---\npublished: ${published}\n---\n\n${text}\n`;

/** Of two documents that say different things of one matter the newer answers, and the older stands beside it as differing. */
const CHANGES: readonly Change[] = [
  [
    {
      "a.md": dated("2022-03-01", "The library lends books for three weeks. Books smell good."),
      "b.md": dated("2024-03-01", "The library lends books for four weeks. Readers lend each other umbrellas."),
    },
    "how long does the library lend books",
    "four weeks",
    "three weeks",
  ],
  [
    {
      "2024-05-02-quake.txt": "The quake killed 14 people in Orlo. Rain hinders the rescuers.",
      "2024-05-04-quake.txt": "The quake killed 23 people in Orlo. Schools in Orlo stay shut.",
    },
    "how many people did the quake kill in Orlo",
    "23 people",
    "14 people",
  ],
  [
    {
      "old.md": dated("2021-01-10", "The office is on the second floor of Canal House. Canal boats pass."),
      "new.md": dated("2023-06-01", "The office is on the fifth floor of Canal House. The floor is new."),
    },
    "on which floor of Canal House is the office",
    "fifth floor",
    "second floor",
  ],
  [
    {
      "report.md": dated("2024-02-10", "The ferry ran aground at 5:40 on Saturday. Nobody was hurt."),
      "correction.md": dated("2024-02-12", "Correction: the ferry ran aground at 4:50 on Saturday, not at 5:40."),
    },
    "when did the ferry run aground",
    "4:50",
    "5:40",
  ],
  [
    {
      "guide-v1.md": dated("2020", "The server listens on port 8080. Ports are opened by the admin."),
      "guide-v2.md": dated("2023", "The server listens on port 9443. Certificates are renewed by the admin."),
    },
    "on which port does the server listen",
    "9443",
    "8080",
  ],
  [
    {
      "newsletter-2023-09.md": "Choir practice is on Tuesday at 19:00. The choir sang in Riga.",
      "newsletter-2024-01.md": "Choir practice is now on Thursday at 19:30. The choir needs tenors.",
    },
    "when is choir practice",
    "Thursday at 19:30",
    "Tuesday at 19:00",
  ],
  [
    {
      "posts/2022-11-05.md": "The parking fee is 2 euros an hour. Meters take coins.",
      "posts/2024-11-05.md": "The parking fee is 3 euros an hour. Meters take cards.",
    },
    "how much is the parking fee",
    "3 euros",
    "2 euros",
  ],
  [
    {
      "board.md": dated(
        "2020-04-01",
        "Frida Lang is the head of the choir school. The head of the cow is on its flag.",
      ),
      "news.md": dated("2024-04-01", "Anton Gruber is the head of the choir school. The school has a new roof."),
    },
    "who is the head of the choir school",
    "Anton Gruber",
    "Frida Lang",
  ],
  [
    {
      "wire1.txt": "Published: 2024-08-01\n\nThe fire destroyed 40 houses on the island of Tarn, the brigade said.",
      "2024-08-03-wire.txt": "The fire destroyed 52 houses on the island of Tarn, the brigade said on Saturday.",
      "2024-08-02-wire.txt": "The fire destroyed 47 houses on the island of Tarn, the brigade said on Friday.",
    },
    "how many houses did the fire destroy on Tarn",
    "52 houses",
    "47 houses",
  ],
  [
    {
      "policy-2021.md": dated("2021-07-01", "Staff may work from home two days a week. Homes differ."),
      "policy-2023.md": dated("2023-07-01", "Staff may work from home three days a week. Desks are shared."),
    },
    "how many days a week may staff work from home",
    "three days",
    "two days",
  ],
  [
    {
      "page.html": `<meta name="date" content="2019-05-05"><p>The museum closes at 17:00. Its garden is open longer.</p>`,
      "page2.html": `<meta name="date" content="2024-05-05"><p>The museum closes at 18:00. Its shop opens at 10.</p>`,
    },
    "when does the museum close",
    "18:00",
    "17:00",
  ],
  [
    {
      "t.md": dated("2023-01-15", "The deadline for grant applications is 31 March. Grants help artists."),
      "u.md": dated(
        "2023-02-20",
        "The deadline for grant applications has been moved to 30 April. Artists asked for it.",
      ),
    },
    "what is the deadline for grant applications",
    "30 April",
    "31 March",
  ],
];

it("of two documents that differ the newer answers, and the older is shown as differing: at least 11 of 12", async () => {
  const wrong: string[] = [];
  for (const [files, question, newer, older] of CHANGES) {
    const { status, excerpts, agreement } = await knowledgeOf(files).ask(question);
    const [best] = excerpts;
    const marked = best?.text.slice(best.answer.start, best.answer.end) ?? "";
    const differs = agreement.some(({ relation, text }) => relation === "differs" && text.includes(older));
    if (status !== "answered" || !marked.includes(newer))
      wrong.push(`${question}: ${newer}, not ${marked} (${status})`);
    else if (!differs)
      wrong.push(
        `${question}: ${older} is not shown as differing: ${JSON.stringify(agreement.map(({ relation, text }) => [relation, text]))}`,
      );
  }
  expect({ right: CHANGES.length - wrong.length, wrong }).toEqual({
    right: expect.toSatisfy((right) => right >= 11),
    wrong: expect.anything(),
  });
});

itAnswers("drafts and old years stand behind", 10, [
  [
    {
      "2019-announcement.md":
        "# Summer fair 2019\n\nThe summer fair is on 15 June at the old mill. Stalls cost 20 euros.",
      "2023-announcement.md": "# Summer fair 2023\n\nThe summer fair is on 24 June at the lido. Stalls cost 35 euros.",
    },
    ["when is the summer fair", "24 June"],
    ["where is the summer fair", "at the lido"],
    ["how much is a stall at the summer fair", "35 euros"],
    ["when was the summer fair in 2019", "15 June"],
    ["how much was a stall in 2019", "20 euros"],
  ],
  [
    {
      "archive/prices-2020.md": "# Prices 2020\n\nA lane costs 8 euros an hour. Shoes are lent for 2 euros.",
      "prices-2024.md": "# Prices 2024\n\nA lane costs 12 euros an hour. Shoes are lent for 3 euros.",
    },
    ["how much does a lane cost", "12 euros"],
    ["what do shoes cost", "3 euros"],
    ["how much did a lane cost in 2020", "8 euros"],
  ],
  [
    {
      "drafts/statutes.md": "# Statutes (draft)\n\nThe board has seven members. It meets every month.",
      "statutes.md": "# Statutes\n\nThe board has five members. It meets every quarter.",
    },
    ["how many members does the board have", "five members"],
    ["how often does the board meet", "every quarter"],
  ],
  [
    {
      "handbook-draft.md": "# Handbook DRAFT\n\nVisitors sign in at the gate house. Badges are red.",
      "handbook.md": "# Handbook\n\nVisitors sign in at the main desk. Badges are yellow.",
    },
    ["where do visitors sign in", "main desk"],
    ["what colour are badges", "yellow"],
  ],
]);
