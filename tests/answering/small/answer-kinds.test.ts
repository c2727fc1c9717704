import { type Files, itAnswers } from "./inputs.ts";

const THEATRE: Files = {
  "theatre.md": `The Lantern theatre seats 412 guests. It employs 38 people, and stages 9 plays a year.
It was founded on 3 October 1926 by the actress Olga Prinz. It stands on Quay Street, opposite the fish market.
The curtain is red because the founder disliked green.`,
  "season.md": `The season begins in September. 15 of the guests at the first night were critics.
On Quay Street a fountain is planned. The guests of the mayor sat in row 3.
Tickets are sold by telephone: call the desk, name the row, and fetch them an hour before the play.
Because of the storm two plays were moved.`,
};
const FARM: Files = {
  "farm.md": `Brook farm keeps 120 sheep and 14 goats. The sheep are shorn in May by Duncan Reid.
The farm lies two miles north of Pell. In 2019 it lost 30 lambs to the flood.
The goats wear bells so that the shepherd finds them in fog.`,
  "shop.md": `The farm shop sells cheese of 3 kinds. It opens on Saturday at 9. Fog is common near Pell.
To join the cheese course, write to Morag and pay the deposit. The shepherd's name is Tam Wylie.`,
};
const OFFICE: Files = {
  "office.md": `The firm has 64 desks on four floors. Rhea Costa founded it in 2008 in a garage in Porto.
The lifts were stopped on Tuesday because their cables had worn. Expenses are approved by Lars Holm.
To book a room, open the calendar and choose Rooms.`,
  "news.md": `Porto has fine weather. Lars Holm ran 10 miles. The canteen was full on Tuesday.
A desk may be taken home. The garage is let to a band. Approved suppliers are listed on floor 2.`,
};

itAnswers("how many: of what was asked, and no other number", 12, [
  [
    THEATRE,
    ["how many guests does the Lantern theatre seat", "412 guests"],
    ["how many people does the theatre employ", "38 people"],
    ["how many plays a year are staged", "9 plays"],
    ["how many critics were at the first night", "15 of the guests"],
  ],
  [
    FARM,
    ["how many sheep does the farm keep", "120 sheep"],
    ["how many goats are there", "14 goats"],
    ["how many lambs were lost in the flood", "30 lambs"],
    ["how many kinds of cheese are sold", "3 kinds"],
    ["how many cows does the farm keep", null],
  ],
  [
    OFFICE,
    ["how many desks does the firm have", "64 desks"],
    ["how many floors", "four floors"],
    ["how many lifts are there", null],
    ["number of desks", "64 desks"],
  ],
]);

itAnswers("when: with a date or a time", 10, [
  [
    THEATRE,
    ["when was the theatre founded", "3 October 1926"],
    ["when does the season begin", "in September"],
    ["when are tickets to be fetched", "an hour before the play"],
    ["when was the curtain made", null],
  ],
  [
    FARM,
    ["when are the sheep shorn", "in May"],
    ["when does the farm shop open", "Saturday at 9"],
    ["when was the flood", "2019"],
  ],
  [OFFICE, ["when was the firm founded", "2008"], ["when were the lifts stopped", "on Tuesday"]],
  [
    {
      "trip.md": `We meet at the fountain at quarter past eight. The coach leaves without those who are late.
We are back before dark. The coach is a double-decker. Sandwiches are eaten on the way, at the second lock.`,
      "old.md": "Last time the coach was late, and nobody was happy.",
    },
    ["when do we meet", "quarter past eight"],
    ["when are we back", "before dark"],
    ["what time do we meet at the fountain", "quarter past eight"],
  ],
]);

itAnswers("where: with a place", 9, [
  [
    THEATRE,
    ["where is the Lantern theatre", "Quay Street"],
    ["where did the mayor's guests sit", "row 3"],
    ["where is the fountain planned", "On Quay Street"],
  ],
  [
    FARM,
    ["where is Brook farm", "two miles north of Pell"],
    ["where is fog common", "near Pell"],
    ["where was the shepherd born", null],
  ],
  [
    OFFICE,
    ["where was the firm founded", "in a garage in Porto"],
    ["where do I find the approved suppliers", "floor 2"],
  ],
  [
    {
      "house.md": `The spare key hangs behind the boiler. Keys are never lent to guests. The fuse box is in the hall, left of the mirror.
Parcels are left with Mrs Kuhn on the third floor. The boiler is serviced by Heat & Sons. Bicycles belong in the yard.`,
      "tips.md": "Guests like to know the key facts. A mirror makes a hall look larger.",
    },
    ["where is the spare key", "behind the boiler"],
    ["where is the fuse box", "in the hall"],
    ["where are parcels left", "third floor"],
    ["where do bicycles go", "in the yard"],
  ],
]);

itAnswers("why: with a reason", 12, [
  [
    THEATRE,
    ["why is the curtain red", "because the founder disliked green"],
    ["why were two plays moved", "Because of the storm"],
  ],
  [FARM, ["why do the goats wear bells", "so that the shepherd finds them"], ["why do the sheep cough", null]],
  [OFFICE, ["why were the lifts stopped", "because their cables had worn"]],
  [
    {
      "trail.md": `The trail to the falls is shut. Loose rock above it may come down. Hikers love the falls.
The hut stays open, as its path is safe. Dogs must be on a lead to protect ground-nesting birds.
Fires are banned due to the drought. The warden left in March for a post at sea.`,
      "log.md": "Hikers asked about the hut. A dog chased birds. The fires of 1950 are remembered.",
    },
    ["why does the hut stay open", "its path is safe"],
    ["why must dogs be on a lead", "protect ground-nesting birds"],
    ["why are fires banned", "due to the drought"],
    ["why did the warden leave", "for a post at sea"],
  ],
  [
    {
      "outage.md": `The shop was offline for two hours on Sunday. A certificate had expired. Orders placed in that time were lost.
Refunds were delayed since the bank was shut. The reason for the slow search is a missing index.
Sales rose on Monday.`,
      "faq.md": "Orders can be changed. Search has filters. Why buy here? We are local.",
    },
    ["why were refunds delayed", "since the bank was shut"],
    ["why is the search slow", "a missing index"],
    ["what was the reason for the slow search", "a missing index"],
  ],
]);

itAnswers("how: with steps or a command", 11, [
  [THEATRE, ["how do I get tickets", "call the desk"]],
  [FARM, ["how do I join the cheese course", "write to Morag"]],
  [OFFICE, ["how do I book a room", "open the calendar"], ["how do I get a parking space", null]],
  [
    {
      "kiln.md": `# Kiln

Kilns fascinate children. The kiln was bought from a school.

To start the kiln, close the lid, turn the key and press Ramp.

Cool it slowly: keep the lid shut until the display reads below 80.

Shelves are cleaned with a scraper.

Glaze that has run onto a shelf can be ground off.
`,
      "rules.md": "Nobody starts the kiln alone. Shelves belong to the club. Cleaning is part of the fun.",
    },
    ["how do I start the kiln", "turn the key and press Ramp"],
    ["how is the kiln cooled", "keep the lid shut"],
    ["how are the shelves cleaned", "with a scraper"],
    ["how do I remove glaze from a shelf", "ground off"],
  ],
  [
    {
      "cli.md":
        "Run `attic sync --all` to fetch every note. Notes are kept as text. Remove a note with `attic rm ID`.\n\nSyncing was the most wished feature. Removing old notes frees space.",
      "web.md":
        "You reach the archive by scrolling to the foot of the list and pressing Older. An archive is not a backup.",
    },
    ["how do I fetch every note", "attic sync --all"],
    ["how do I remove a note", "attic rm ID"],
    ["how do I reach the archive", "pressing Older"],
    ["how are notes kept", "as text"],
  ],
]);

itAnswers("who: with a person", 12, [
  [
    {
      "show.md": `The show was opened by Councillor Beata Nowak. The paintings were lent by a collector from Basel.
Opening the crates took a day. Jens Aalto hung the pictures, and the wine came from Basel too.`,
      "press.md": "The show was praised in all papers. Nobody stole a painting. Critic Ada Mohr called it a feast.",
    },
    ["who opened the show", "Beata Nowak"],
    ["who hung the pictures", "Jens Aalto"],
    ["who lent the paintings", "a collector from Basel"],
    ["who called the show a feast", "Ada Mohr"],
  ],
  [
    {
      "rescue.md": `Two skiers were dug out by the patrol on Friday. The alarm was raised by a lift attendant.
Raising the flag means danger. Dr Simone Karg treated the skiers. The avalanche was raised as a topic in the council.`,
      "council.md": "Safety is treated in each meeting. Friday is market day.",
    },
    ["who raised the alarm", "a lift attendant"],
    ["who dug the skiers out", "by the patrol"],
    ["who treated the skiers", "Dr Simone Karg"],
  ],
  [
    {
      "team.md": `Bookings: Paula Reyes. Repairs are done by Tarik and his apprentice. The caterer is Green Spoon.
Ask Yusra for keys. The repairs took long this spring. Bookings close at noon.`,
      "misc.md": "The apprentice likes keys. A booking is firm once paid.",
    },
    ["who does repairs", "Tarik"],
    ["who do I ask for keys", "Yusra"],
    ["who is responsible for bookings", "Paula Reyes"],
    ["who cleans the windows", null],
  ],
  [
    {
      "song.txt":
        "The anthem was written in 1902. Its words are by Pastor Elias Thorn, its tune by an unknown sailor. The words were printed twice.",
    },
    ["who wrote the words of the anthem", "Pastor Elias Thorn"],
    ["who composed the tune", "an unknown sailor"],
  ],
]);

itAnswers("yes or no: with the sentence that decides", 9, [
  [
    {
      "rules.md": `Barbecues are permitted on the lawn until 22:00. The lawn is mown on Mondays.
Bicycles must not be left in the stairwell. The stairwell was painted. Subletting needs the landlord's consent.
Balconies are popular. Drying laundry on balconies is tolerated.`,
      "chat.md": "Bicycles are fun. A barbecue was a great success, all stayed long. Laundry is a chore.",
    },
    ["are barbecues allowed on the lawn", "permitted on the lawn"],
    ["can I leave my bicycle in the stairwell", "must not be left"],
    ["may I sublet my flat", "needs the landlord's consent"],
    ["can I dry laundry on the balcony", "is tolerated"],
    ["can I paint my door", null],
  ],
  [
    {
      "app.md": `The app works without a network. Photos cannot be edited offline. There is no version for tablets.
Your data never leaves the phone. The network team is in Oslo. Editing photos is a joy.`,
      "plans.md": "We like tablets. A version 2 is planned.",
    },
    ["does the app work offline", "works without a network"],
    ["can photos be edited offline", "cannot be edited offline"],
    ["is there a version for tablets", "no version for tablets"],
    ["does my data leave the phone", "never leaves the phone"],
  ],
  [
    {
      "event.md": `Entry is free for members. Children under six pay nothing. Lunch is not included in the fee.
The hall has step-free access. Recording is forbidden. The fee is due in June.`,
      "menu.md": "Lunch is soup. Members like it. The hall was built in 1970.",
    },
    ["is lunch included", "not included"],
    ["is the hall accessible for wheelchairs", "step-free access"],
    ["do members have to pay entry", "Entry is free for members"],
    ["am I allowed to record", "Recording is forbidden"],
  ],
]);
