"use strict";
const boxes = [...document.querySelectorAll(".filters input")];
function show() {
  const off = new Set(boxes.filter((box) => !box.checked).map((box) => box.value));
  const shown = new Set();
  for (const card of document.querySelectorAll("article")) {
    const hidden = off.has(card.dataset.severity) || off.has(card.dataset.family);
    card.classList.toggle("hidden", hidden);
    if (!hidden) shown.add(card.id);
  }
  for (const mark of document.querySelectorAll("mark")) {
    mark.classList.toggle("off", !mark.dataset.of.split(" ").some((key) => shown.has(key)));
  }
}
for (const box of boxes) box.addEventListener("change", show);
show();
