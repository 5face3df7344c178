// The tray: views of charts that become a deck of slides, or the prepared list of committee mode.
import { pageAddress, rooted } from "./addresses.js";
import { download } from "./decks.js";
import { make, query, queryAll } from "./elements.js";
import { json } from "./faces.js";
import { facts, isTold } from "./facts.js";
import { present } from "./present.js";
import { trayLink, trayOf } from "./tray-link.js";
import { number, words } from "./words.js";

const TRAY = "ict-tray";
const TITLES = "ict-tray-titles";
const NAME = "ict-tray-name";
const MOST = 30;
// As the server takes it.
const LONGEST = 80;

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

/** @returns {string} */
const name = () => kept(NAME, "");

/** @param {string[]} views */
const store = (views) => {
  const known = Object.entries(titles()).filter(([view]) => views.includes(view));
  keep(TRAY, views);
  keep(TITLES, Object.fromEntries(known));
  if (!views.length) keep(NAME, "");
  showTray(views);
};

/**
 * Views that came by a link are called by what their figures are called.
 * @param {string[]} views
 */
const entitle = async (views) => {
  let known = true;
  for (const view of views.filter((one) => !(one in titles()))) {
    const [chart, asked = ""] = view.split("?");
    try {
      const { title } = await json(rooted(`/view/${chart}.metadata.json?${asked}`));
      keep(TITLES, { ...titles(), [view]: title });
      known = false;
    } catch {} // its address is its name
  }
  if (!known) showTray();
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
 * @param {string} word
 * @param {() => void} act
 */
const button = (word, act) =>
  make("button", { type: "button", name: word, textContent: words(word), onclick: act });

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
      name: `${word} ${views[at]}`,
      textContent: text,
      ariaLabel: words(word, { title }),
      title: words(word, { title }),
      disabled: left.join() === views.join(),
      onclick: () => store(left),
    });
  return make(
    "li",
    {},
    make("span", { textContent: title, dir: "auto" }),
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

/** What the title slide and the file are called. */
const naming = () =>
  make("input", {
    className: "form-control",
    name: "tray_name",
    value: name(),
    maxLength: LONGEST,
    placeholder: words("tray_name"),
    ariaLabel: words("tray_name"),
    oninput: (/** @type {Event} */ { target }) =>
      keep(NAME, /** @type {HTMLInputElement} */ (target).value),
  });

/** @param {string[]} views */
const linking = (views) => {
  const copy = button("tray_link", async () => {
    const page = new URL(pageAddress("/", { lang: facts().lang }), location.href).href;
    try {
      await navigator.clipboard.writeText(trayLink(page, name(), views));
      copy.textContent = words("copied");
    } catch {
      copy.textContent = words("not_copied");
    }
  });
  return copy;
};

// What a link brings joins what is there, once: the address is then that of the page alone.
const brought = trayOf(location.hash);
if (brought) {
  keep(TRAY, [...new Set([...onTray(), ...brought.views])].slice(-MOST));
  if (!name()) keep(NAME, brought.name.slice(0, LONGEST));
  history.replaceState(history.state, "", location.pathname + location.search);
}

/**
 * A tray that is drawn anew leaves the keyboard where it was: on the control of the same name, on its
 * neighbour where that does nothing any more, else on the list.
 * @param {string | null} name
 */
const focusAgain = (name) => {
  const controls = /** @type {HTMLButtonElement[]} */ (queryAll(".tray [name]"));
  const same = controls.find((control) => control.name === name);
  const next = same?.disabled ? query(":enabled", same.parentElement) : same;
  (next ?? query(".tray summary"))?.focus();
};

/** @param {string[]} [views] */
export const showTray = (views = onTray()) => {
  const before = query(".tray");
  const focused = query(":focus", before);
  before?.remove();
  if (!views.length || !isTold()) return;
  entitle(views);
  document.body.append(
    make(
      "aside",
      { className: "tray", ariaLabel: words("slides"), inert: query(".presenting") !== null },
      list(views, Boolean(query("details[open]", before))),
      naming(),
      button("tray_deck", () => download(views, name())),
      button("present", () => present()),
      linking(views),
      button("tray_empty", () => store([])),
    ),
  );
  if (focused) focusAgain(focused.getAttribute("name"));
};
