// Begins committee mode: by the key, by a button, by the address. What the mode is made of (room/) is
// loaded now, so that readers who never present need not fetch it.
(() => {
  const ict = (window.ict = window.ict || {});

  ict.presentable = () =>
    [...document.querySelectorAll("#react-entry-point figure.figure")].filter((figure) =>
      figure.querySelector(".plot[id]"),
    );

  const mostSeen = () => {
    const seen = (figure) => {
      const { top, bottom } = figure.getBoundingClientRect();
      return Math.min(bottom, innerHeight) - Math.max(top, 0);
    };
    return ict.presentable().reduce((best, one) => (best && seen(best) >= seen(one) ? best : one), undefined);
  };

  // As one file where it was published; else Dash has put the files into the page already.
  let coming;
  const load = () => {
    if (ict.enterRoom) return Promise.resolve();
    coming ??= new Promise((loaded, failed) => {
      const script = document.createElement("script");
      script.src = document.documentElement.dataset.room;
      script.onload = loaded;
      script.onerror = () => {
        coming = undefined;
        script.remove();
        failed(new Error(script.src));
      };
      document.head.append(script);
    });
    return coming;
  };

  // The figure at hand comes first; without one, the tray. Where the network is gone before the mode
  // was ever loaded, the page stays as it is.
  ict.present = async (figure) => {
    try {
      await load();
    } catch {
      return;
    }
    ict.enterRoom(figure);
  };

  // For the address of a page that says present=1.
  ict.presentAsked = (view) => {
    if (view.present === "1" && !ict.room) setTimeout(() => ict.present(ict.presentable()[0]));
  };

  ict.isWriting = (target) => target.closest?.("input, textarea, select, [contenteditable]");

  // Pressed on a page with a figure, by somebody who is not writing.
  document.addEventListener("keydown", (event) => {
    const busy = ict.room || ict.isWriting(event.target) || document.querySelector("dialog[open]");
    if (event.key !== "p" || busy || event.ctrlKey || event.metaKey || event.altKey || !ict.facts) return;
    ict.present(mostSeen());
  });
})();
