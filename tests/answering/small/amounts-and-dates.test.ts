import { itAnswers } from "./inputs.ts";

itAnswers("units, money, shares and durations in their forms", 23, [
  [
    {
      "hire.md": `Hiring the hall costs €500. The deposit is 200 EUR. Chairs are 1,50 € each. A sound engineer takes £40 an hour.
The hall holds 500 people, and 200 of them can sit.`,
      "past.md": "Last year the hall was hired 40 times. 50 chairs broke.",
    },
    ["what does it cost in euros to hire the hall", "€500"],
    ["how many euros is the deposit", "200 EUR"],
    ["how much is a chair", "1,50 €"],
    ["what does a sound engineer cost per hour", "£40"],
  ],
  [
    {
      "tower.md":
        "The tower is 68 m high and 9 m wide. It weighs 1,200 tonnes. 310 steps lead up. It was climbed by 68 schools.",
      "walk.md":
        "The walk round the tower is 4 km long and takes 90 minutes. Wide views are had from it. High winds blow.",
    },
    ["how tall is the tower", "68 m"],
    ["how heavy is the tower", "1,200 tonnes"],
    ["how wide is the tower", "9 m"],
    ["how long is the walk", "4 km"],
    ["how long does the walk take", "90 minutes"],
  ],
  [
    {
      "vote.md": "Of 940 members 61 per cent voted. 72% of those were for the merger. 12 votes were void.",
      "energy.md": "The heat pump saves a third of the gas. Gas rose by 18 %. 3 pumps were tried.",
    },
    ["what percentage of members voted", "61 per cent"],
    ["what share was for the merger", "72%"],
    ["by how much did gas rise", "18 %"],
    ["how much gas does the heat pump save", "a third of the gas"],
  ],
  [
    {
      "pond.md": "The pond is 2.5 metres deep. It holds 300 m³ of water, at 19 °C in summer. 19 carp live in it.",
      "boat.md":
        "The boat does 12 km/h. It takes 8 persons or 600 kg. Its battery has 4 kWh and charges in 5 h. It was built in 12 weeks.",
    },
    ["how deep is the pond", "2.5 metres"],
    ["how warm is the pond in summer", "19 °C"],
    ["how fast is the boat", "12 km/h"],
    ["how much weight can the boat take", "600 kg"],
    ["how long does the battery take to charge", "5 h"],
    ["how long did it take to build the boat", "12 weeks"],
  ],
  [
    {
      "rental.md":
        "The lease runs for 24 months. Notice is three months. Rent is 850 a month, heating 95. The cellar measures 12 sqm.",
      "repairs.md": "Small repairs up to 100 euros are the tenant's. They took two weeks last time.",
    },
    ["how long does the lease run", "24 months"],
    ["how much notice do I have to give", "three months"],
    ["how big is the cellar", "12 sqm"],
    ["up to what amount does the tenant pay repairs", "100 euros"],
  ],
  [
    {
      "bag.md": "Cabin bags may weigh 8 kg and be 55 cm long. Liquids: 100 ml a bottle. Upgrades from $30.",
      "fly.md": "55 flights a day leave. It takes 30 people to run a gate.",
    },
    ["how heavy may a cabin bag be", "8 kg"],
    ["how much do upgrades cost in dollars", "$30"],
    ["how much liquid may a bottle hold", "100 ml"],
  ],
]);

itAnswers("dates in all their forms", 11, [
  [
    {
      "log.md": `2017-03-04: The mast was struck by lightning.
2017-04-03: The new mast arrived on a barge.
2017-05-12: The crew painted the deck.`,
      "diary.txt": "The mast is tall. Lightning is frequent in March. On 5 May the deck was scrubbed.",
    },
    ["what happened on 4 March 2017", "struck by lightning"],
    ["when was the mast struck by lightning", "2017-03-04"],
    ["what happened on April 3rd 2017", "arrived on a barge"],
    ["what was done on 12/05/2017", "painted the deck"],
  ],
  [
    {
      "terms.md":
        "School starts on 26/08/2024. Autumn break is from 14.10.2024 to 25.10.2024. The fair is on November 9th. Reports are sent on the 30th of January.",
      "other.md": "School meals are warm. At the fair of 2023 it rained. Breaks are loud.",
    },
    ["when does school start", "26/08/2024"],
    ["what is on 9 November", "The fair"],
    ["when is autumn break", "14.10.2024"],
    ["what happens on 30 January", "Reports are sent"],
  ],
  [
    {
      "notices.md": `- 3 June: water off in house 4
- 17 June: chimney sweep in all houses
- 2 July: summer party in the yard
- Mon 21 July: lift check`,
      "house.md": "The water in house 4 is hard. The chimney sweep brings luck.",
    },
    ["what is on 2 July", "summer party"],
    ["when does the chimney sweep come", "17 June"],
    ["when is the lift checked", "21 July"],
    ["what is on 2024-06-03", "water off in house 4"],
  ],
]);

itAnswers("ranges of days, times and ages", 10, [
  [
    {
      "hours.md": `Office: Mon–Fri 9–17
Library: Tue–Sat 10–18
Café: Sat–Sun 11–16
Pool: daily 7–21`,
      "talk.md": "On Tuesday the office had cake. On Sunday the library choir sang. People swim on Wednesday.",
    },
    ["is the office open on Tuesday", "Mon–Fri"],
    ["is the library open on Sunday", "Tue–Sat"],
    ["when is the café open on Sunday", "Sat–Sun 11–16"],
    ["is the pool open on Wednesday", "daily 7–21"],
    ["opening hours office on Thursday", "Mon–Fri 9–17"],
  ],
  [
    {
      "hut.md":
        "The hut is open from May to September. In winter the room behind it is never locked. The spring runs dry in July.",
      "ski.md": "Ski tours start in December. In August the ski club walks.",
    },
    ["is the hut open in July", "from May to September"],
    ["can I sleep in the hut in January", "never locked"],
  ],
  [
    {
      "groups.md":
        "Juniors: ages 9–12, Monday 16–17:30. Teens: ages 13–17, Monday 17:30–19. Adults train Wed to Fri at 20:00.",
      "camp.md": "The camp is 3–7 August. 12 juniors were at the last one. Teens cook on Monday.",
    },
    ["when do the juniors train", "16–17:30"],
    ["which group is for ages 13 to 17", "Teens: ages 13–17"],
    ["do adults train on Thursday", "Wed to Fri"],
    ["when is the camp", "3–7 August"],
  ],
  [
    {
      "road.md":
        "Mill Lane is shut 12–16 June for new pipes. From Saturday to Monday buses take the bridge. The bridge is narrow.",
      "x.md": "On Sunday buses are rare. 14 pipes burst.",
    },
    ["is Mill Lane open on 14 June", "shut 12–16 June"],
    ["which way do buses take on Sunday", "take the bridge"],
  ],
]);
