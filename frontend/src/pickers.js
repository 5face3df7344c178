// Pickers: the searchable lists of indicators, regions and economies, filled when first opened.
import { pageAddress, rooted } from "./addresses.js";
import { clientside } from "./clientside.js";
import { html, isOpen, isWriting, met, query, queryAll, setOpen } from "./elements.js";
import { json } from "./faces.js";
import { facts, remember } from "./facts.js";
import { finds } from "./fold.js";
import { called, searched } from "./search.js";
import { economiesOf, viewNow } from "./view.js";
import { words } from "./words.js";

/** @import { Facts, View } from "./types.js" */
/** @typedef {[value: string, text: string, terms?: string]} Item */
/** @typedef {{ label?: string, items: Item[] }} Group */

/** @returns {Promise<Record<string, Group[]>>} */
const choices = () => json(rooted(`/choices.json?lang=${facts().lang}&v=${facts().version}`));

/** @param {string} name */
const opened = (name) => query(`details.picker-${name}`);

/** @param {HTMLElement} picker */
const close = (picker) => {
  setOpen(picker, false);
  query("summary", picker)?.focus();
};

/** @param {string} name */
export const closePicker = (name) => {
  const picker = opened(name);
  if (picker && isOpen(picker)) close(picker);
};

/**
 * @param {string} name
 * @param {Item} item
 * @param {string[]} chosen
 */
const button = (name, [value, text], chosen) =>
  html(
    "Li",
    html("Button", text, {
      id: { choose: name, value },
      className: "picker-option",
      type: "button",
      "aria-pressed": String(chosen.includes(value)),
    }),
  );

/**
 * Every word of the search must occur, in the name or in the further terms of an item, or in the
 * label of its group. What is called exactly so comes first, with its group.
 * @param {Group[]} groups
 * @param {string} search
 * @param {string} [small] words that say nothing
 * @returns {Group[]}
 */
export const found = (groups, search, small = "") => {
  if (!search?.trim()) return groups;
  const isWanted = finds(search);
  const isMeant = called(search, small);
  const sections = groups.flatMap(({ label, items }) => {
    const left = items.filter(([, text, terms]) => isWanted(`${text} ${terms || ""} ${label || ""}`));
    const [meant, others] = [left.filter(isMeant), left.filter((item) => !isMeant(item))];
    return left.length ? [{ label, items: [...meant, ...others], isFirst: meant.length > 0 }] : [];
  });
  return sections.sort((a, b) => Number(b.isFirst) - Number(a.isFirst));
};

// What the kinds of what is found are called.
const FOUND = {
  page: "found_page",
  indicator: "found_indicator",
  region: "found_region",
  economies: "found_economies",
  view: "found_view",
};

/**
 * The search of the header leads somewhere, with the rest of the view as it is.
 * @param {Record<string, Group[]>} known
 * @param {View} view
 * @param {string} search
 * @returns {Group[]}
 */
const destinations = (known, view, search) => {
  if (!search?.trim()) return [{ label: words("found_page"), items: known.page.flatMap(({ items }) => items) }];
  return searched(known, search, words("found_small")).map(({ kind, found }) => ({
    label: words(FOUND[kind]),
    items: found.map(({ text, path, change }) => [pageAddress(path, { ...view, ...change }), text]),
  }));
};

/** @param {Item} item */
const link = ([href, text]) =>
  html("Li", {
    type: "Link",
    namespace: "dash_core_components",
    props: { href, children: text, className: "picker-option" },
  });

/**
 * @param {Group} group
 * @param {(item: Item) => unknown} made
 */
const listed = ({ label, items }, made) =>
  html("Div", [
    ...(label ? [html("P", label, { className: "picker-theme" })] : []),
    html("Ul", items.map(made)),
  ]);

/**
 * @param {string} name
 * @param {View} view
 * @param {Group[]} groups
 */
const current = (name, view, groups) =>
  groups.flatMap(({ items }) => items).find(([value]) => value === view[name])?.[1];

/**
 * The list is built anew when the choice changes; the keyboard stays where it was.
 * @param {HTMLElement | null} picker
 */
const keepFocus = (picker) => {
  const active = document.activeElement;
  if (!active?.matches(".picker-option") || !picker?.contains(active)) return;
  setTimeout(() => document.getElementById(active.id)?.focus(), 50);
};

/** @param {string} text */
const none = (text) => html("P", text, { className: "picker-none" });

/**
 * @param {unknown} _clicks
 * @param {string} search
 * @param {View} view
 * @param {{ picker: string }} id
 * @param {Facts} facts
 */
export const options = async (_clicks, search, view, id, facts) => {
  remember(facts);
  const name = id.picker;
  const asked = clientside.callback_context.triggered.some(
    ({ prop_id: property, value }) => property.endsWith(".n_clicks") && value,
  );
  if (!asked && !isOpen(opened(name))) return clientside.no_update;
  /** @type {Record<string, Group[]>} */
  let known;
  try {
    known = await choices();
  } catch (error) {
    return none(/** @type {Error} */ (error).message);
  }
  keepFocus(opened(name));
  if (name === "go") {
    const places = destinations(known, view, search);
    return places.length ? places.map((group) => listed(group, link)) : none(words("no_match"));
  }
  const kind = name === "economy" ? "economies" : name;
  const first = name === "economy" ? economiesOf(view)[0] : view[name];
  const chosen = name === "economies" ? economiesOf(view) : [first];
  const left = found(known[kind], search, words("found_small"));
  if (!left.length) return none(words("no_match"));
  return left.map((group) => listed(group, (item) => button(name, item, chosen)));
};

let areWanted = false;

/**
 * The button's text follows the view; before the first choice the server has written it.
 * @param {View} view
 * @param {string} before
 * @param {{ picker: string }} id
 * @param {Facts} facts
 */
export const chosen = async (view, before, id, facts) => {
  remember(facts);
  const name = id.picker;
  if (name === "economies" || name === "economy" || !areWanted) return clientside.no_update;
  return current(name, view, (await choices())[name]) ?? before;
};

// One panel at a time; Escape and a click elsewhere close it; opening puts the cursor in it.
document.addEventListener(
  "toggle",
  ({ target }) => {
    const picker = /** @type {HTMLElement} */ (target);
    if (!picker.matches?.("details.picker") || !isOpen(picker)) return;
    areWanted = true;
    for (const other of queryAll("details.picker[open]")) {
      if (other !== picker) setOpen(other, false);
    }
    if (matchMedia("(pointer: fine)").matches) query("input", picker)?.focus();
  },
  true,
);

document.addEventListener("click", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  for (const picker of queryAll("details.picker[open], details.menu[open]")) {
    // What is dark around a sheet belongs to its picker.
    const outside = target.isConnected && (!picker.contains(target) || target === picker);
    if (outside || (picker.matches(".menu, .picker-go") && target.matches("a"))) setOpen(picker, false);
  }
});

// "/" opens the search, wherever the reader is not writing.
document.addEventListener("keydown", (event) => {
  const search = opened("go");
  if (event.key !== "/" || isWriting(event) || event.ctrlKey || event.metaKey || !search) return;
  event.preventDefault();
  if (!isOpen(search)) query("summary", search)?.click();
  query("input", search)?.focus();
});

// Enter takes the first that the search of the header finds, also before the list is there.
document.addEventListener("keydown", async (event) => {
  const field = /** @type {HTMLInputElement} */ (event.target);
  if (event.key !== "Enter" || !field.matches?.(".picker-go input")) return;
  event.preventDefault();
  const [first] = destinations(await choices(), viewNow(), field.value);
  if (!first) return;
  const picker = opened("go");
  if (picker) setOpen(picker, false);
  history.pushState({}, "", first.items[0][0]);
  dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
});

// The arrow keys walk through the options, from the search field on.
document.addEventListener("keydown", (event) => {
  // An option that was just chosen may be gone, and the focus with it: the open panel still listens.
  const isLost = event.target === document.body;
  const open = `details:is(.picker${event.key === "Escape" ? ", .menu" : ""})[open]`;
  const picker = isLost ? query(open) : met(event, open);
  if (!picker) return;
  if (event.key === "Escape") close(picker);
  else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const stops = queryAll("input, .picker-option", picker);
    const step = event.key === "ArrowDown" ? 1 : -1;
    stops[stops.indexOf(/** @type {HTMLElement} */ (event.target)) + step]?.focus();
    event.preventDefault();
  }
});
