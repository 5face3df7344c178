// An embed tells the page that frames it how high it is, whenever that changes.
(() => {
  if (window.parent === window || !location.pathname.startsWith("/embed/")) return;
  let told;
  new ResizeObserver(() => {
    const height = Math.ceil(document.querySelector(".shell")?.getBoundingClientRect().height ?? 0);
    if (!height || height === told) return;
    told = height;
    parent.postMessage({ type: "ict-embed-height", height, address: location.href }, "*");
  }).observe(document.documentElement);
})();
