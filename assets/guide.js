// Guidance: the hint on a first visit, the list of keys, and the switch that turns single keys off.
(() => {
  const SEEN = "ict-hint-seen";
  const OFF = "ict-keys-off";

  // A browser that keeps nothing is never on its first visit: it could not be told so only once.
  const kept = (name, otherwise) => {
    try {
      return localStorage.getItem(name) !== null;
    } catch {
      return otherwise;
    }
  };

  const keep = (name, is) => {
    try {
      if (is) localStorage.setItem(name, "1");
      else localStorage.removeItem(name);
    } catch {
      // then it holds for this page alone
    }
  };

  // A class of the whole document, because Dash draws the page anew after the server has.
  const page = document.documentElement;
  page.classList.toggle("first-visit", !kept(SEEN, true));

  const closeHint = () => {
    page.classList.remove("first-visit");
    keep(SEEN, true);
    document.querySelector("main")?.focus({ preventScroll: true });
  };

  let areOff = kept(OFF, false);

  const showOff = (dialog) => {
    dialog.querySelector(".help-off").setAttribute("aria-pressed", String(areOff));
  };

  const openHelp = () => {
    const dialog = document.querySelector("dialog.help");
    if (!dialog || dialog.open) return;
    showOff(dialog);
    dialog.showModal();
  };

  document.addEventListener("click", ({ target }) => {
    const dialog = document.querySelector("dialog.help");
    if (target.closest?.(".hint-close")) closeHint();
    else if (target.closest?.(".help-open")) openHelp();
    else if (target.closest?.(".help-off")) {
      areOff = !areOff;
      keep(OFF, areOff);
      showOff(dialog);
    } else if (target === dialog || target.closest?.(".help-close")) dialog.close();
  });

  const isWriting = ({ target }) =>
    target.closest?.("input:not([type=range]), textarea, select, [contenteditable]");

  // Before any other script hears of it: single keys are for nobody while a reader writes, works in
  // a dialog, holds Control, or has turned them off (speech input types them by mistake).
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.key.length !== 1 || event.key === " ") return;
      const held = event.ctrlKey || event.metaKey || event.altKey;
      const modal = event.target.closest?.("dialog[open]");
      if (areOff || held || modal || isWriting(event)) event.stopImmediatePropagation();
    },
    true,
  );

  document.addEventListener("keydown", (event) => {
    if (event.key === "?") {
      event.preventDefault();
      openHelp();
    } else if (event.key === "Escape" && event.target.closest?.(".hint")) closeHint();
  });
})();
