/** The folder that a browser saves beside a page, for what is shown within it: "Fees_files", as its language calls it. */
const BESIDE = /^(.+?)(?:_files|-Dateien|_fichiers|_archivos|_arquivos|_ficheiros|_bestanden|_file|-filer|_pliki)$/;

/**
 * @param files all of the folder
 * @returns the page that this one was saved with, as one of its frames or advertisements, or null
 */
export function savedPageOf(file: string, files: ReadonlySet<string>): string | null {
  if (!/\.x?html?$/i.test(file)) return null;
  const names = file.split("/");
  for (const [i, name] of names.slice(0, -1).entries()) {
    const [, page] = BESIDE.exec(name) ?? [];
    if (page === undefined) continue;
    const path = [...names.slice(0, i), page].join("/");
    const found = [".html", ".htm", ".xhtml"].map((ending) => `${path}${ending}`).find((whole) => files.has(whole));
    if (found !== undefined) return found;
  }
  return null;
}
