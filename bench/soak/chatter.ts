/** What stands for the slots of a template. */
const slots: Readonly<Record<string, readonly string[]>> = {
  name: "Ann Ben Priya Tomek Lucía Jonas Mei Olu Sofie Karim Noor Ella".split(" "),
  day: ["today", "tomorrow", "on Monday", "on Thursday", "next week", "this evening"],
  time: ["at noon", "at 3", "in ten minutes", "after lunch", "at half past four", "before the standup"],
  place: ["the kitchen", "room 4", "the small office", "the station", "the roof", "the café downstairs"],
  thing: [
    "the build",
    "the printer",
    "prod",
    "the slides",
    "the invoice",
    "the spare key",
    "the login page",
    "the coffee machine",
    "the draft",
    "the ticket",
  ],
  food: ["ramen", "pizza", "falafel", "leftovers", "soup", "sushi"],
  event: ["the sanctions", "that press conference", "the Putin story", "the diplomats", "the news", "Lavrov"],
};

/** What people write to one another in channels and threads, and to no bot: from our own heads. */
const templates: readonly string[] = `
morning all
good morning {name}
heya {name}, back from holiday
brb
afk for a bit
back
lol
haha nice one
😂😂
🎉
+1
this
same here
ok
ok cool
sounds good
fair enough
no worries
will do
on it
done
I'm on it, give me five
let me check
let me look into {thing}
I pushed a fix for {thing}
{thing} is broken again
who broke {thing}?
did anyone check {thing}?
anyone else seeing this?
is {thing} down for everyone or just me?
can somebody restart {thing}?
did you restart {thing}?
why is {thing} so slow {day}?
who has {thing}?
where is {thing}?
what happened to {thing}?
when are we going to fix {thing}?
are we still on {time}?
are you coming {day}?
is {name} in {day}?
where's {name}?
has anybody seen {name}?
{name}, can you have a look at {thing}?
{name} can you review mine {time}?
@{name} did you get my mail?
@{name} ping
hey {name}, got a minute?
thanks {name}!
thank you so much {name}
ty {name}
cheers
np
you're welcome
sorry, my bad
oops, wrong channel
ignore that
never mind, found it
nvm
really?
seriously?
wait, what?
how come?
why though?
says who?
are you sure?
since when?
what do you mean?
what do you think, {name}?
do you agree?
shall we?
should we move it to {day}?
should I invite {name}?
can I take {thing} home?
do you want me to do it?
could you send me {thing} {time}?
would you mind covering for me {day}?
who's up for {food}?
anyone for {food} {time}?
what's for lunch?
what did you have, {food}?
I brought {food}, it's in {place}
there is cake in {place}
{food} was a mistake
lunch {time}?
coffee?
meet {time} in {place}
meeting moved to {place}
we're in {place}
see you {day}
see you {time}
bye all
have a good weekend everyone
happy birthday {name}!! 🎂
congrats {name}, well deserved
welcome {name}!
get well soon {name}
I'm working from home {day}
I'm out {day}, ask {name}
train is late again, be there {time}
stuck in traffic
my dog ate {thing}
it's raining cats and dogs
can't believe it's only Tuesday
I need more coffee
too early for this
I think {name} is right
I don't think so
not sure about that
that makes no sense
makes sense
exactly
good point
good question
great question {name}, no idea
no idea
I have no clue
it depends
maybe
probably not
nope
yep
yes please
of course
I said so yesterday
told you
as I said to {name}
quote of the day
can't argue with that
what a day
what a mess
how nice
that's hilarious
have you read about {event}?
I can't stop reading about {event}
{name}, did you follow {event}?
you should read up on {event} before you argue
my uncle goes on about {event} all the time
let's not talk about {event} here please
{event}, again? I'm tired of it
I had to turn off the radio because of {event}
we talked about {event} for an hour in {place}
{name} and I bet a {food} on {event}
do you believe what they write about {event}?
I disagree with {name} about {event}
interesting read, thanks for sharing {name}
saw that too, wild
wow
damn
yikes
that is not what I expected
is that a good thing?
is it Friday yet?
what time is it over there?
how was your weekend?
how are you all doing?
how did it go, {name}?
how long will you be?
how much do I owe you for the {food}?
when do you land?
when is your flight, {name}?
who wants to drive?
who is going to tell {name}?
whose mug is this in {place}?
which one do you like better?
why did you leave {place}?
is this seat taken, asking for {name}
can confirm
works on my machine
works for me now
still broken for me
rolled back {thing}
deploying {thing} {time}
deploy finished, please test
tests are green
please don't touch {thing} until {day}
reminder: timesheets are due {day}
reminder: no dogs in {place}
fire drill {time}
the wifi in {place} is down
the lift is stuck again
{name} has the key to {place}
I left my umbrella in {place}
found a scarf in {place}, whose is it?
selling two tickets for {day}, anyone?
vote for the movie night please
I vote for {food}
count me in
I'm out
me too
me neither
same
:wave:
:+1: :tada:
https://example.org/funny-cat.gif
check this out https://example.org/a/long/read
1
2 for me
42
?
...
hm
hmm, not so sure
ask {name}, not the bot
the bot is asleep I guess
bots will take over one day
let the humans talk for once :)
I asked the bot that already
`
  .trim()
  .split("\n");

/** So many different things that people say among themselves, each template before any a second time. */
export function chatter(count: number, draw: (n: number) => number): string[] {
  const said: string[] = [];
  let left: string[] = [];
  while (said.length < count) {
    if (left.length === 0) left = [...templates];
    const template = left.splice(draw(left.length), 1)[0] ?? "";
    said.push(
      template.replace(/\{(\w+)\}/g, (_, slot: string) => {
        const words = slots[slot] ?? [];
        return words[draw(words.length)] ?? "";
      }),
    );
  }
  return said;
}
