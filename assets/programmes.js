// The register of programmes: the field above the table leaves the rows that have all its words.
(() => {
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

  document.addEventListener("input", ({ target }) => {
    if (!target.matches?.(".register-search")) return;
    const wanted = plain(target.value).split(/\s+/).filter(Boolean);
    for (const row of document.querySelectorAll(".register tbody tr")) {
      const text = plain(`${row.textContent} ${row.dataset.search ?? ""}`);
      row.hidden = !wanted.every((word) => text.includes(word));
    }
  });
})();
