// A tray as a link: its views and its name behind "#", which the server never sees.

// A chart with a query; nothing else is ever asked for.
const VIEW = /^[a-z]+(\?[\p{L}\p{N}=&~.,%+-]*)?$/u;
const MARK = "slides";

/**
 * @param {string} page the address of the page to open
 * @param {string} name
 * @param {string[]} views
 */
export const trayLink = (page, name, views) => {
  const parts = new URLSearchParams({ [MARK]: name });
  for (const view of views) parts.append("view", view);
  return `${page.replace(/#.*/, "")}#${parts}`;
};

/**
 * The tray of a link; undefined where it is none.
 * @param {string} hash
 */
export const trayOf = (hash) => {
  const parts = new URLSearchParams(hash.slice(1));
  const name = parts.get(MARK);
  if (name === null) return undefined;
  return { name, views: parts.getAll("view").filter((view) => VIEW.test(view)) };
};
