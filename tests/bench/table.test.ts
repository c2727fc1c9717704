import { expect, it } from "vitest";
import { decimal, percent, ratio, renderTable } from "../../bench/table.ts";

it("aligns a table's columns as Markdown, figures to the right", () => {
  const table = {
    title: "Hits",
    header: ["", "hit@1"],
    rows: [
      ["ours", "87.4"],
      ["theirs", "7"],
    ],
    notes: ["Of 10."],
  };
  expect(renderTable(table)).toBe(
    [
      "## Hits",
      "",
      "|        | hit@1 |",
      "|--------|------:|",
      "| ours   |  87.4 |",
      "| theirs |     7 |",
      "",
      "Of 10.",
    ].join("\n"),
  );
});

it("shows a figure with its interval", () => {
  const figure = { value: 0.8256, low: 0.8, high: 1 };
  expect(percent(figure)).toBe("82.6 (80.0–100.0)");
  expect(decimal(figure)).toBe(".826 (.800–1.000)");
  expect(ratio(figure)).toBe("0.83× (0.80–1.00)");
});
