// Committee mode: one view fills the screen, a clicker steps, and nothing is asked of the network.
// These files are loaded when somebody presents (present.js). Here the mode is entered and left;
// screen.js is what is seen, clicker.js what the speaker does.
(() => {
  const ict = (window.ict = window.ict || {});

  const OTHER = "ict-room-language";

  // The state of the mode, undefined outside it, is in ict.room: its views and the place of the one that is shown, its
  // language and the other one, the facts of the page below, the layers that are drawn.
  const stored = () => {
    try {
      return localStorage.getItem(OTHER);
    } catch {
      return null;
    }
  };

  const otherOf = (lang) => {
    const kept = stored();
    if (kept !== lang && kept in ict.roomFacts(lang).languages) return kept;
    return lang === "en" ? "fr" : "en";
  };

  // Browsers allow it where a key or a pointer asked for it; the mode works without.
  ict.goFull = () => {
    if (navigator.userActivation?.isActive === false) return;
    document.documentElement.requestFullscreen?.().catch(() => {});
  };

  // The page below takes no focus, and is not read out.
  const hold = (isHeld) => {
    for (const part of document.body.children) {
      if (part !== ict.room.stage && part.tagName !== "SCRIPT") part.inert = isHeld;
    }
    document.documentElement.classList.toggle("presenting", isHeld);
  };

  const address = (present) => {
    history.replaceState(history.state, "", ict.pageAddress(location.pathname, { ...ict.view, present }));
  };

  ict.enterRoom = async (figure) => {
    if (ict.room || location.pathname.startsWith("/embed/")) return;
    const { views, at } = ict.prepare(figure);
    if (!views.length) return;
    const { lang } = ict.facts;
    const back = document.activeElement;
    ict.room = { views, at, lang, page: ict.facts, back, layers: new Map() };
    ict.goFull();
    try {
      await ict.fetchPrepared([views[at]], lang, () => {});
    } catch {
      if (!ict.roomFacts(lang)) {
        ict.room = undefined;
        if (document.fullscreenElement) document.exitFullscreen();
        return;
      }
    }
    ict.room.other = otherOf(lang);
    hold(true);
    ict.screen.raise();
    address("1");
    ict.screen.fetchAll();
  };

  ict.leaveRoom = () => {
    if (!ict.room) return;
    const { stage, page, back } = ict.room;
    hold(false);
    for (const layer of ict.room.layers.values()) ict.unproject(layer);
    stage.remove();
    ict.screen.rest();
    ict.room = undefined;
    ict.facts = page;
    ict.closeNotes();
    if (document.fullscreenElement) document.exitFullscreen();
    if (ict.view.present) ict.change({ present: "" });
    else address("");
    back?.focus?.();
  };

})();
