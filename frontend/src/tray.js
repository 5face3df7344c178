// The tray: views of charts that become a deck of slides, or the prepared list of committee mode.
import { rooted } from "./addresses.js";
import { make, query } from "./elements.js";
import { isTold } from "./facts.js";
import { present } from "./present.js";
import { number, words } from "./words.js";

const TRAY = "ict-tray";
const TITLES = "ict-tray-titles";
const MOST = 30;

/**
 * @template Kept
 * @param {string} key
 * @param {Kept} otherwise
 * @returns {Kept}
 */
const kept = (key, otherwise) => {
  try {
    return JSON.parse(String(localStorage.getItem(key))) ?? otherwise;
  } catch {
    return otherwise;
  }
};

/**
 * A browser that keeps nothing still has the tray of this page.
 * @param {string} key
 * @param {unknown} value
 */
const keep = (key, value) => {
  try {
    localStorage.setItem(key, JSON.stringify(value));
  } catch {}
};

/**
 * The views on the tray, in the order of the slides: "trend?indicator=fixed-broadband&lang=fr".
 * @returns {string[]}
 */
export const onTray = () => kept(TRAY, /** @type {string[]} */ ([]));

/** @returns {Record<string, string>} */
const titles = () => kept(TITLES, {});

/** @param {string[]} views */
const store = (views) => {
  const known = titles();
  keep(TRAY, views);
  keep(TITLES, Object.fromEntries(views.map((view) => [view, known[view] ?? view])));
  showTray(views);
};

/** @param {string[]} views */
const counted = ({ length: n }) => words("tray_count", { n, number: number(n) });

/**
 * Puts a view on the tray; returns what is said of the tray then.
 * @param {string} view
 * @param {string} title what the list of the tray calls it
 */
export const addToTray = (view, title) => {
  keep(TITLES, { ...titles(), [view]: title });
  const views = [...new Set([...onTray(), view])].slice(-MOST);
  store(views);
  return counted(views);
};

/**
 * A form of the browser: the answer is a file, and the page stays.
 * @param {string[]} views
 */
const deck = (views) => {
  const fields = views.map((value) => make("input", { type: "hidden", name: "view", value }));
  const form = make("form", { method: "post", action: rooted("/deck.pptx"), hidden: true }, ...fields);
  document.body.append(form);
  form.submit();
  form.remove();
};

/**
 * @param {string} word
 * @param {() => void} act
 */
const button = (word, act) =>
  make("button", { type: "button", textContent: words(word), onclick: act });

/**
 * A line of the list: the view by its title, a place up or down, and away.
 * @param {string[]} views
 * @param {number} at
 */
const line = (views, at) => {
  const title = titles()[views[at]] ?? views[at];
  const others = views.filter((_, k) => k !== at);
  const sign = (/** @type {string} */ text, /** @type {string} */ word, /** @type {string[]} */ left) =>
    make("button", {
      type: "button",
      textContent: text,
      ariaLabel: words(word, { title }),
      title: words(word, { title }),
      disabled: left.join() === views.join(),
      onclick: () => store(left),
    });
  return make(
    "li",
    {},
    make("span", { textContent: title }),
    sign("↑", "tray_up", others.toSpliced(Math.max(0, at - 1), 0, views[at])),
    sign("↓", "tray_down", others.toSpliced(at + 1, 0, views[at])),
    sign("×", "tray_away", others),
  );
};

/**
 * @param {string[]} views
 * @param {boolean} open
 */
const list = (views, open) =>
  make(
    "details",
    { open },
    make("summary", { textContent: counted(views) }),
    make("ol", {}, ...views.map((_, at) => line(views, at))),
  );

/** @param {string[]} [views] */
export const showTray = (views = onTray()) => {
  const before = query(".tray");
  before?.remove();
  if (!views.length || !isTold()) return;
  document.body.append(
    make(
      "aside",
      { className: "tray", ariaLabel: words("slides") },
      list(views, Boolean(query("details[open]", before))),
      button("tray_deck", () => deck(views)),
      button("present", () => present()),
      button("tray_empty", () => store([])),
    ),
  );
};
