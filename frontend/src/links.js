// The address bar and the links of the shell follow the view.
import { here, pageAddress, queryOf } from "./addresses.js";
import { query } from "./elements.js";
import { remember } from "./facts.js";
import { presentAsked } from "./present.js";
import { showTray } from "./tray.js";
import { carried, see } from "./view.js";

/** @import { Facts, View } from "./types.js" */

/**
 * Whether the page itself, not its figures alone, was made from another value of the view.
 * @param {View} view
 */
const isOutdated = (view) => {
  /** @type {View} */
  const made = JSON.parse(query(".page")?.dataset.madeFrom || "{}");
  return Object.entries(made).some(([name, value]) => (view[name] ?? "") !== value);
};

/**
 * Replaced, not pushed, so that Back leaves the page. Only where the page is about something else now
 * is it a page of its own, which Dash is told to fetch.
 * @param {View} view
 */
const follow = (view) => {
  const address = pageAddress(here(), view) + location.hash;
  if (address === location.pathname + location.search + location.hash) return;
  if (isOutdated(view)) {
    history.pushState({}, "", address);
    dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  } else {
    history.replaceState(history.state, "", address);
  }
};

/**
 * What the page says of its address is true until the reader chooses something else.
 * @param {View} view
 */
const hush = (view) => {
  const told = query(".page-unread");
  if (!told) return;
  told.dataset.of ??= queryOf(view);
  told.hidden = told.dataset.of !== queryOf(view);
};

// On a phone the line of pages is longer than the screen: the current one is brought into sight.
const showCurrent = () => {
  setTimeout(() => {
    const line = query(".shell-nav > ul");
    const link = query(".nav-link.active", line);
    if (!line || !link || line.scrollWidth <= line.clientWidth) return;
    const { left, right } = line.getBoundingClientRect();
    const box = link.getBoundingClientRect();
    line.scrollLeft += (box.left + box.right - left - right) / 2;
  }, 50);
};

/**
 * A link inside the page, which holds a part of the view fast.
 * @param {View} view
 * @param {{ way: string, of: string }} id
 */
const wayOf = (view, { way, of }) =>
  pageAddress(way, { ...view, ...Object.fromEntries(new URLSearchParams(of)) });

/**
 * @param {View} given
 * @param {{ nav: string }[]} ids
 * @param {{ language: string }[]} languages
 * @param {{ way: string, of: string }[]} ways
 * @param {Facts} facts
 */
export const links = (given, ids, languages, ways, facts) => {
  remember(facts);
  const view = carried(given);
  see(view);
  follow(view);
  // From the page of an economy one goes on with the region that it is compared with.
  const { home } = query("[data-home]")?.dataset ?? {};
  const onward = home ? { ...view, region: home } : view;
  const pages = ids.map((id) => pageAddress(id.nav, onward));
  const same = languages.map((id) => pageAddress(here(), { ...view, lang: id.language }));
  const current = ids.map((id) => `nav-link${id.nav === here() ? " active" : ""}`);
  hush(view);
  query(".page-frozen a")?.setAttribute("href", pageAddress(here(), { ...view, v: "" }));
  showCurrent();
  showTray();
  presentAsked(view);
  return [pages, same, current, ways.map((id) => wayOf(view, id))];
};
