// The page as the server wrote it stays until Dash has laid it out anew. One that brings a map is run
// here until then, as a file without a server is.
import { element, make, needed, query, queryAll } from "./elements.js";
import { remember } from "./facts.js";
import { contents, show, showBy, showChart, standDown } from "./offline/standin.js";
import { carry } from "./view.js";

/** @import { View } from "./types.js" */

// Dash writes the words below a figure a little later than the figure.
const WRITTEN_MS = 1000;
// A map that is there is painted before Dash takes the processor.
const PAINTED_MS = 50;

/**
 * @param {View} view
 * @param {View} other
 */
const changed = (view, other) =>
  Object.fromEntries(Object.entries(other).filter(([name, value]) => view[name] !== value));

const begin = async () => {
  const { chart, facts, view } = contents();
  remember(facts);
  showBy((next) => {
    const shown = showChart(chart, next);
    // Afterwards, for a chart that is shown as Dash's store has it ends what is carried.
    carry(changed(view, next));
    return shown;
  });
  await show(view);
  // They are disabled as long as nobody listens.
  const { PLAY, YEAR, YEAR_TYPED } = facts.ids;
  const controls = [PLAY, YEAR, YEAR_TYPED].map((id) => element(id));
  for (const one of [...controls, ...queryAll("[data-zoom]")]) one?.removeAttribute("disabled");
};

/**
 * Dash's page takes the place of the one that is there: what had the focus has it again, and the page
 * is no shorter for a moment, or it would scroll.
 * @param {HTMLElement} arrival
 */
const handOver = (arrival) => {
  const { activeElement } = document;
  const focused = arrival.contains(activeElement) && (activeElement?.id || activeElement?.className);
  const height = arrival.offsetHeight;
  standDown();
  arrival.remove();
  const root = needed("#react-entry-point");
  root.style.minBlockSize = `${height}px`;
  setTimeout(() => (root.style.minBlockSize = ""), WRITTEN_MS);
  if (focused) (element(focused) ?? query(`.${focused.replaceAll(" ", ".")}`, root))?.focus();
};

const arrival = query("#arrival");
if (arrival) {
  const watching = new MutationObserver(() => {
    if (!query("#react-entry-point .page")) return;
    watching.disconnect();
    handOver(arrival);
  });
  watching.observe(document.body, { childList: true, subtree: true });
}
// Dash asks for the layout of the page, which the page has brought.
const bringLayout = () => {
  const brought = query("script.layout");
  if (!brought) return;
  const fetch = window.fetch.bind(window);
  window.fetch = async (asked, options) => {
    if (!String(asked).endsWith("/_dash-layout")) return fetch(asked, options);
    window.fetch = fetch;
    brought.remove();
    return new Response(brought.textContent, { headers: { "Content-Type": "application/json" } });
  };
};

// Dash takes a second of a slow processor, so it is not begun before the map is there.
const beginDash = async () => {
  bringLayout();
  for (const { id, src, textContent } of /** @type {HTMLScriptElement[]} */ (
    queryAll("script[type='text/later']")
  )) {
    const script = make("script", { textContent });
    if (id) script.id = id;
    const loaded = src && new Promise((done) => Object.assign(script, { src, onload: done }));
    document.body.append(script);
    await loaded;
  }
};

const isEarly = query("script.contents");
const begun = isEarly ? begin().catch(() => {}) : Promise.resolve();
// The scripts of Dash stand behind this one.
const isRead = new Promise((done) => {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
  else done(undefined);
});
Promise.all([begun, isRead]).then(() => setTimeout(beginDash, isEarly ? PAINTED_MS : 0));
