// Faces: each address is fetched once and kept, for the server promises that it never changes.
(() => {
  const ict = (window.ict = window.ict || {});
  const kept = new Map();
  const MOST = 40;

  const fetched = async (address) => {
    let response;
    try {
      response = await fetch(address);
    } catch {
      throw new Error(ict.words("offline"));
    }
    if (response.status === 400) throw new Error(await response.text());
    if (!response.ok) throw new Error(ict.words("failed"));
    return ict.unpacked(await response.json());
  };

  ict.json = (address) => {
    if (!kept.has(address)) {
      const promise = fetched(address);
      promise.catch(() => kept.delete(address));
      kept.set(address, promise);
      if (kept.size > MOST) kept.delete(kept.keys().next().value);
    }
    return kept.get(address);
  };

  // While a face is on its way the figure says so, but not for the blink of a kept one.
  ict.busy = (id, isBusy) => {
    const figure = ict.element(id)?.closest("figure, .data");
    if (!figure) return;
    clearTimeout(figure.ictBusy);
    if (isBusy) figure.ictBusy = setTimeout(() => figure.setAttribute("aria-busy", "true"), 120);
    else figure.removeAttribute("aria-busy");
  };

  // The newest request of a figure wins: an older answer that comes late is dropped (undefined).
  const newest = new Map();
  ict.newestFace = async (id, address) => {
    const key = ict.domId(id);
    newest.set(key, address);
    ict.busy(id, true);
    try {
      const face = await ict.json(address);
      return newest.get(key) === address ? face : undefined;
    } finally {
      if (newest.get(key) === address) ict.busy(id, false);
    }
  };
})();
