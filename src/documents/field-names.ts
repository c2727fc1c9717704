/**
 * Names of front matter fields that only a site generator, theme or editor reads: no reader of the page sees them, so
 * nobody asks for them. In lower case without "-", "_" and spaces. From the reference pages on front matter of each.
 */
const GENERATOR_FIELDS: ReadonlySet<string> = new Set(
  [
    // Jekyll, its plug-ins redirect-from and sitemap, and the themes Just the Docs, Minimal Mistakes and Chirpy
    "layout permalink published redirectfrom redirectto sitemap excerptseparator renderwithliquid navorder navexclude",
    "navtitle haschildren hastoc parent grandparent toc tocsticky classes bodyclass ref header defaults",
    // Hugo
    "build cascade draft expirydate headless iscjklanguage linktitle markup menu menus outputs resources slug type url",
    "translationkey publishdate",
    // Docusaurus
    "sidebarlabel sidebarposition sidebarclassname sidebarcustomprops displayedsidebar hidetitle hidetableofcontents",
    "tocminheadinglevel tocmaxheadinglevel paginationlabel paginationnext paginationprev customediturl parsenumberprefixes",
    "lastupdate",
    // VitePress and VuePress
    "navbar sidebar sidebardepth aside outline lastupdated editlink footer pageclass ishome head titletemplate prev next",
    "markdownstyles actions",
    // Astro and Starlight
    "template tableofcontents editurl pagefind prerender",
    // Eleventy
    "pagination eleventynavigation eleventyexcludefromcollections eleventycomputed templateengineoverride override",
    // MkDocs, GitBook, Obsidian, Pandoc, Quarto, R Markdown, Jupytext, Marp
    "hide icon cover covery cssclass cssclasses publish output bibliography csl linkcitations documentclass geometry",
    "fontsize execute jupyter kernelspec knit headerincludes numbersections tocdepth marp paginate backgroundcolor",
    // What themes call pictures, looks and addresses
    "image images img thumbnail thumb banner photo picture logo avatar favicon alt css js scripts styles style font",
    "background seo meta robots metarobots og path file files filename redirect uid uuid guid hash checksum changefreq",
    "lang locale dir charset schema",
  ].flatMap((names) => names.split(" ")),
);
/** Families of such names: sidebar_…, nav_…, …_image, …_slug, …_layout. */
const GENERATOR_FAMILIES =
  /^(?:sidebar|nav|toc|og(?:image|title|description|type|url)|twitter(?:card|image)|seo|meta|css|layout|permalink|redirect|header(?:image|class)|schedulelayout|talkslot|urlfriendly)|(?:image|images|img|photo|photourl|photoalt|thumbnail|logo|logoorientation|icon|cssclass|css|slugs?|layout|template|permalink|urltarget|align|.theme)$/;
/** These order or size things where they are numbers; "weight: 12 kg" can be asked for. */
const NUMBERED_FIELDS: ReadonlySet<string> = new Set(
  "weight order position index priority height width size".split(" "),
);

/** @returns a field's name as it is compared: "Last-Modified_At" and "lastModifiedAt" are one */
export function fieldName(written: string): string {
  return written.toLowerCase().replace(/[-_\s]/g, "");
}

/** Whether only a site generator reads a field of this name. @param name as `fieldName` gives it */
export function isGeneratorField(name: string): boolean {
  return GENERATOR_FIELDS.has(name) || GENERATOR_FAMILIES.test(name);
}

/** Whether a number in a field of this name only puts pages in order, or pictures in shape. */
export function isOrdering(name: string, text: string): boolean {
  return NUMBERED_FIELDS.has(name) && /^-?\d+(?:\.\d+)?(?:px|%)?$/.test(text);
}

/** Whether a value says nothing to a reader: nothing, a switch, an address, a path, a hash, a colour, a template. */
export function isTechnicalValue(text: string, plain: boolean): boolean {
  if (!/[\p{L}\p{N}]/u.test(text) || TEMPLATE.test(text)) return true;
  if (plain && /^(?:null|true|false|yes|no|on|off)$/i.test(text)) return true;
  return TECHNICAL.some((pattern) => pattern.test(text));
}

/** A tag of Liquid, Jinja, Handlebars, Hugo, EJS or ERB. */
export const TEMPLATE = /\{\{|\{%|<%/;

const TECHNICAL = [
  // A bare address, or a mail link
  /^(?:https?:\/\/|\/\/|mailto:)\S*$/i,
  // A path, or a file's name
  /^\.{0,2}\/\S*$|^(?:[\w.@-]+\/){2,}[\w.@-]*$|^\S+\.(?:png|jpe?g|gif|svg|webp|avif|ico|pdf|css|s?css|jsx?|tsx?|html?|mdx?|mp[34]|webm|json|ya?ml|csv|xlsx?|zip)$/i,
  // A hash, a UUID, a colour
  /^[\da-f]{16,}$|^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$|^#[\da-f]{3,8}$/i,
];
