import { startHarness } from "../tests/discord/harness.ts";
import { type Latency, percentiles, questions, RUNS, WARM_UP } from "./latency.ts";

/**
 * Measures Discord's interactions with the real client over real sockets: from sending one through the gateway to the
 * arrival of its first response. What the fake then does with a request is not counted.
 */
export async function measureDiscord(): Promise<readonly Latency[]> {
  await using harness = await startHarness();
  const { discord } = harness;
  const question = (i: number) => questions[i % questions.length] ?? "";
  const answer = await discord.slash("ask", { question: question(0) });
  if (answer.kind !== "message") throw new Error("Discord was not answered with a message");

  async function measure(what: string, goal: number, interact: (i: number) => Promise<unknown>): Promise<Latency> {
    const times: number[] = [];
    for (let i = 0; i < WARM_UP + RUNS; i++) {
      discord.world.interactions.clear();
      await interact(i);
      const [interaction] = discord.world.interactions.values();
      if (interaction?.responded == null) throw new Error(`Discord was not answered: ${what}`);
      if (i >= WARM_UP) times.push(interaction.responded - interaction.sent);
    }
    return { what: `Discord: ${what}`, ...percentiles(times), goal };
  }

  return [
    await measure("/ask to its answer", 20, (i) => discord.slash("ask", { question: question(i) })),
    await measure("typing to choices", 100, (i) => discord.type("ask", "question", question(i).slice(0, 3 + (i % 20)))),
    await measure("a button to its reply", 20, () => discord.press(answer.message, "Sources")),
  ];
}
