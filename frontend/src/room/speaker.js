// The speaker's notes of committee mode: a window of their own, written from here, so that it goes on
// without the network. Keys that are pressed in it are those of the room.
import { queryAll } from "../elements.js";
import { facts } from "../facts.js";
import { words } from "../words.js";

/** @import { Passport, Source, Text } from "../types.js" */

/** @type {Window | null} */
let notes = null;

const opened = () => (notes && !notes.closed ? notes : null);

/** @param {Document} page */
const styled = (page) =>
  queryAll("link[rel=stylesheet]").map((link) => {
    const copy = page.createElement("link");
    copy.rel = "stylesheet";
    copy.href = /** @type {HTMLLinkElement} */ (link).href;
    return copy;
  });

/**
 * Returns whether the browser opened it; one that is open comes to the front.
 * @param {(event: KeyboardEvent) => void} keys
 */
export const openNotes = (keys) => {
  const before = opened();
  if (before) {
    before.focus();
    return true;
  }
  notes = window.open("", "ict-notes", "popup,width=720,height=820");
  if (!notes) return false;
  notes.document.head.replaceChildren(...styled(notes.document));
  notes.document.addEventListener("keydown", keys);
  return true;
};

export const closeNotes = () => {
  opened()?.close();
  notes = null;
};

/**
 * @param {Document} page
 * @param {string} tag
 * @param {string} className
 * @param {string} text
 */
const part = (page, tag, className, text) => {
  const element = page.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
};

/** @param {Source} source */
const sourceText = ({ citation, licence, vintage }) =>
  [citation, vintage, licence].filter(Boolean).join(" · ");

/**
 * @param {Document} page
 * @param {string} className
 * @param {string[]} texts
 */
const list = (page, className, texts) => {
  const element = part(page, "ul", className, "");
  element.append(...texts.map((text) => part(page, "li", "", text)));
  return element;
};

/**
 * @param {Text & { passport?: Passport, place: string, ready: string, next?: string }} shown
 */
export const writeNotes = (shown) => {
  const page = opened()?.document;
  if (!page) return;
  const { lang, dir, product } = facts();
  Object.assign(page.documentElement, { lang, dir });
  page.title = `${words("room_notes")} · ${product}`;
  const { passport } = shown;
  page.body.className = "speaker";
  page.body.replaceChildren(
    part(page, "p", "speaker-place", `${shown.place} · ${shown.ready}`),
    part(page, "h1", "speaker-title", shown.title),
    part(page, "p", "speaker-sentence", shown.sentence),
    part(page, "h2", "", words("room_next_view")),
    part(page, "p", "speaker-next", shown.next ?? words("room_last")),
    part(page, "h2", "", words("room_sources")),
    part(page, "p", "speaker-source", shown.source),
    list(page, "speaker-sources", (passport?.sources ?? []).map(sourceText)),
    part(page, "p", "speaker-version", words("version", { version: passport?.data_version ?? "" })),
    list(page, "speaker-notes", shown.notes),
  );
};
