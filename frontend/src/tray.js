// The tray: views of charts that become a deck of slides, or the prepared list of committee mode.
import { make, query } from "./elements.js";
import { isTold } from "./facts.js";
import { present } from "./present.js";
import { number, words } from "./words.js";

const TRAY = "ict-tray";
const MOST = 30;

/**
 * The views on the tray: "trend?indicator=fixed-broadband&lang=fr".
 * @returns {string[]}
 */
export const onTray = () => {
  try {
    return JSON.parse(String(localStorage.getItem(TRAY))) ?? [];
  } catch {
    return [];
  }
};

/** @param {string[]} views */
const store = (views) => {
  try {
    localStorage.setItem(TRAY, JSON.stringify(views));
  } catch {
    // A browser that keeps nothing still has the tray of this page.
  }
  showTray(views);
};

/** @param {string[]} views */
const counted = ({ length: n }) => words("tray_count", { n, number: number(n) });

/**
 * Puts a view on the tray; returns what is said of the tray then.
 * @param {string} view
 */
export const addToTray = (view) => {
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
  const form = make("form", { method: "post", action: "/deck.pptx", hidden: true }, ...fields);
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

/** @param {string[]} [views] */
export const showTray = (views = onTray()) => {
  query(".tray")?.remove();
  if (!views.length || !isTold()) return;
  document.body.append(
    make(
      "aside",
      { className: "tray", ariaLabel: words("slides") },
      make("span", { textContent: counted(views) }),
      button("tray_deck", () => deck(views)),
      button("present", () => present()),
      button("tray_empty", () => store([])),
    ),
  );
};
