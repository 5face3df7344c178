// An embed tells the page that frames it how high it is, whenever that changes.
import { query } from "./elements.js";

let told = 0;

const tell = () => {
  const height = Math.ceil(query(".shell")?.getBoundingClientRect().height ?? 0);
  if (!height || height === told) return;
  told = height;
  parent.postMessage({ type: "ict-embed-height", height, address: location.href }, "*");
};

if (window.parent !== window && location.pathname.startsWith("/embed/")) {
  new ResizeObserver(tell).observe(document.documentElement);
}
