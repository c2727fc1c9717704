import { looksHeaded } from "../table-head.ts";

const CELL = /<td\b[^>]*>([\s\S]*?)<\/td>/g;
/** All of it bold. */
const BOLD = /^\s*(?:<p>\s*)?<strong>(?:(?!<\/strong>)[\s\S])*<\/strong>(?:\s*<\/p>)?\s*$/;

/** Makes heads of the first rows of tables that are set as such, though nothing but their looks says so. */
export function withTableHeads(html: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = html.indexOf("<table"); start !== -1; start = html.indexOf("<table", from)) {
    const end = html.indexOf("</table>", start);
    if (end === -1) break;
    // Of tables in one another the innermost comes first.
    const inner = html.lastIndexOf("<table", end);
    parts.push(html.slice(from, inner), headed(html.slice(inner, end)));
    from = end;
  }
  return [...parts, html.slice(from)].join("");
}

function headed(table: string): string {
  if (/<th[\s>]/.test(table)) return table;
  const end = table.indexOf("</tr>");
  if (end === -1) return table;
  // Marks of places are none of what is seen.
  const rows = table
    .replace(/<!--\d+-->/g, "")
    .split("</tr>")
    .map((row) => Array.from(row.matchAll(CELL), ([, cell = ""]) => cell));
  const isBold = (row: readonly string[] = []) => row.length > 1 && row.every((cell) => BOLD.test(cell));
  const texts = rows
    .filter((row) => row.length > 0)
    .map((row) => row.map((cell) => cell.replace(/<[^>]*>/g, "").trim()));
  if ((rows[0]?.length ?? 0) < 2 || !looksHeaded(texts, isBold(rows[0]) && !isBold(rows[1]))) return table;
  const head = table
    .slice(0, end)
    .replace(/<td\b/g, "<th")
    .replace(/<\/td>/g, "</th>");
  return `${head}${table.slice(end)}`;
}
