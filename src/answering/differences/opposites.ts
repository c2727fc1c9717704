import { tokenize } from "../../text/tokens.ts";

/** Words of which two sentences on one thing do not hold two: what is said of one is not said of the other. */
const GROUPS = `
adult child senior student pensioner pupil teacher youth infant concession
member guest non-member visitor resident staff
full reduced half discounted
spring summer autumn fall winter
morning afternoon evening night noon day
weekday weekend
open close shut
leave depart arrive come return
east west north south central eastern western northern southern
upper lower top bottom
left right
inner outer inside outside indoor outdoor
front back rear
minimum maximum least most
man woman boy girl male female men women boys girls
new old former current
large small big little medium
start end begin finish
buy sell
import export
inbound outbound
junior senior
elder younger older
single double twin triple
public private
planned finished built
long wide high deep tall length width height depth
hot cold warm
first second third fourth fifth sixth seventh eighth ninth tenth last
before after
dead injured missing killed wounded
win lose
rise fall increase decrease grow shrink
gain loss profit
income expense revenue cost
home away
heavy light
short long
early late
lunch dinner breakfast
car bicycle bike lorry bus train tram
red blue green yellow white black
dog cat
`
  .trim()
  .split("\n")
  .map((line) => new Set(line.split(" ").map((word) => tokenize(word)[0]?.term ?? word)));

/** Whether two sets of terms hold two of one group: "adult" and "child", "east" and "west", "open" and "close". */
export function holdOpposites(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): boolean {
  return GROUPS.some((group) => !group.isDisjointFrom(ours) && !group.isDisjointFrom(theirs));
}

const SMALL: readonly (readonly [RegExp, RegExp])[] = [
  [/\bbefore\b/i, /\bafter\b/i],
  [/\bwith\b/i, /\bwithout\b/i],
  [/\bfor\b/i, /\bagainst\b/i],
  [/\babove\b/i, /\bbelow\b/i],
];
const WAY = /\b(to|from)\s+(?:the\s+)?(\p{L}+)/giu;

/** Whether small words turn one sentence round: "before the repair", "after the repair"; "to the island", "from the island". */
export function areTurnedRound(a: string, b: string): boolean {
  const differs = SMALL.some(
    ([one, other]) =>
      (one.test(a) && other.test(b) && !one.test(b) && !other.test(a)) ||
      (other.test(a) && one.test(b) && !other.test(b) && !one.test(a)),
  );
  if (differs) return true;
  const waysOf = (text: string) =>
    new Map(Array.from(text.matchAll(WAY), ([, way = "", place = ""]) => [place.toLowerCase(), way.toLowerCase()]));
  const ours = waysOf(a);
  return [...waysOf(b)].some(([place, way]) => ours.has(place) && ours.get(place) !== way);
}
