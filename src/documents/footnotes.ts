import type { BlockContent, DefinitionContent, FootnoteDefinition, Nodes, Root, RootContent } from "mdast";

/** Puts the text of each footnote right after the block that cites it, and takes its marks out. */
export function placeFootnotes(tree: Root): void {
  const notes = new Map<string, FootnoteDefinition>();
  for (const node of tree.children) if (node.type === "footnoteDefinition") notes.set(node.identifier, node);
  if (notes.size === 0) return;
  const children: RootContent[] = [];
  const placed = new Set<string>();
  const put = (identifier: string) => {
    const note = notes.get(identifier);
    if (note === undefined || placed.has(identifier)) return;
    placed.add(identifier);
    children.push(...bodyOf(note, put));
  };
  for (const node of tree.children) {
    if (node.type === "footnoteDefinition") continue;
    const cited = takeReferences(node);
    children.push(node);
    for (const identifier of cited) put(identifier);
  }
  // A note that nothing cites is not shown.
  tree.children = children;
}

function bodyOf(note: FootnoteDefinition, put: (identifier: string) => void): (BlockContent | DefinitionContent)[] {
  for (const identifier of takeReferences(note)) put(identifier);
  return note.children;
}

/** Takes the marks out of a node. @returns what they named, in order */
function takeReferences(node: Nodes): string[] {
  if (!("children" in node)) return [];
  const found: string[] = [];
  for (const child of node.children) {
    if (child.type === "footnoteReference") found.push(child.identifier);
    else found.push(...takeReferences(child));
  }
  node.children = node.children.filter((child) => child.type !== "footnoteReference") as typeof node.children;
  return found;
}
