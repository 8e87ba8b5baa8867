"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const main = document.getElementById("page");
  const told = document.getElementById("told");
  const svg = document.getElementById("links");
  const path = svg.querySelector("path");
  path.remove();
  const hint = told.firstElementChild;
  const root = document.documentElement;

  // Every link is known at both of its ends: a condition knows the results it holds for.
  const back = {};
  for (const [key, one] of Object.entries(data))
    for (const [other, how] of one.links) (back[other] ??= []).push([key, how]);
  const pieces = {};
  for (const mark of main.querySelectorAll("mark[data-of]")) (pieces[mark.dataset.of] ??= []).push(mark);
  const cards = {};
  for (const card of main.querySelectorAll("[data-card]")) cards[card.dataset.card] = card;
  const firsts = [...main.querySelectorAll("mark.first")];

  const hidden = (mark) => mark.classList.contains("off");
  const keyOf = (target) => {
    for (let at = target; at && at !== main; at = at.parentElement) {
      if (at.dataset.card) return at.dataset.card;
      if (at.dataset.of && !hidden(at)) return at.dataset.of;
    }
    return null;
  };

  let kept = null;
  let shown = null;

  function show(key) {
    if (key === shown) return;
    shown = key;
    for (const one of main.querySelectorAll(".on, .linked")) one.classList.remove("on", "linked");
    svg.replaceChildren();
    if (!key || !data[key]) {
      told.replaceChildren(hint);
      return;
    }
    set(key, "on");
    for (const [other, how] of neighbours(key)) {
      set(other, "linked");
      draw(key, other, how);
    }
    told.replaceChildren(...describe(key));
    told.scrollTop = 0;
  }

  const BACK = { condition: "condition of", "belongs to claim": "has", study: "gives its study to" };
  const PARTS = new Set(["mechanism", "effect", "phase", "of claim"]);
  const neighbours = (key) => [...data[key].links, ...(back[key] ?? [])];

  function set(key, name) {
    // A claim's whole quote lit up would drown the numbers in it; its card is lit instead where it is only linked.
    if (name === "on" || !cards[key]) for (const mark of pieces[key] ?? []) mark.classList.add(name);
    cards[key]?.classList.add(name);
  }

  function describe(key) {
    const { title, fields } = data[key];
    const sides = element("div");
    sides.className = "sides";
    const list = element("dl");
    for (const [name, value] of fields) list.append(element("dt", name), element("dd", value));
    sides.append(list);
    const links = element("ul");
    links.className = "links";
    const seen = new Set();
    const tell = (how, other) => {
      if (seen.has(how + other)) return;
      seen.add(how + other);
      const line = element("li");
      const button = element("button");
      button.type = "button";
      button.append(element("i", how + " "), data[other]?.title ?? other);
      button.addEventListener("click", () => go(other));
      line.append(button);
      links.append(line);
    };
    for (const [other, how] of data[key].links) tell(how, other);
    for (const [other, how] of back[key] ?? []) if (BACK[how]) tell(BACK[how], other);
    if (links.children.length) sides.append(links);
    return [element("h2", title), sides];
  }

  function element(name, text) {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  const box = (one) => {
    const outer = main.getBoundingClientRect();
    const inner = one.getClientRects()[0] ?? one.getBoundingClientRect();
    return { left: inner.left - outer.left, top: inner.top - outer.top, width: inner.width, height: inner.height };
  };
  const visible = (key) => (pieces[key] ?? []).find((mark) => !hidden(mark));

  function draw(key, other, how) {
    if (PARTS.has(how)) return;
    const card = cards[key] ?? cards[other];
    const owner = how === "belongs to claim";
    const from = owner ? visible(cards[key] ? other : key) : cards[key] && !visible(key) ? cards[key] : visible(key);
    const to = owner ? card : visible(other);
    if (!from || !to || !to.getClientRects().length) return;
    const line = path.cloneNode();
    line.classList.add(owner ? "owner" : how === "condition" ? "under" : "study");
    line.setAttribute("d", curve(box(from), box(to), owner));
    svg.append(line);
  }

  function curve(a, b, sideways) {
    if (sideways) {
      // Below the line of text to the edge of its column, so that no word is struck out.
      const [x1, y1, x2, y2] = [a.left + a.width / 2, a.top + a.height + 2, b.left, b.top + Math.min(14, b.height / 2)];
      const edge = Math.max(x1, main.querySelector(".text").getBoundingClientRect().right - main.getBoundingClientRect().left);
      const bend = (x2 - edge) / 2;
      return `M${x1},${y1 - 2} Q${x1},${y1} ${x1 + 4},${y1} L${edge},${y1} C${edge + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
    }
    const [x1, x2] = [a.left + a.width / 2, b.left + b.width / 2];
    const near = Math.abs(a.top - b.top) < a.height;
    const [y1, y2] = near ? [a.top, b.top] : a.top < b.top ? [a.top + a.height, b.top] : [a.top, b.top + b.height];
    const lift = near ? -Math.min(34, 12 + Math.abs(x1 - x2) / 8) : 0;
    const pull = near ? 0 : (y2 - y1) / 2;
    return near
      ? `M${x1},${y1} C${x1},${y1 + lift} ${x2},${y2 + lift} ${x2},${y2}`
      : `M${x1},${y1} C${x1},${y1 + pull} ${x2},${y2 - pull} ${x2},${y2}`;
  }

  function keep(key) {
    kept = key;
    show(null);
    show(key);
    history.replaceState(null, "", key ? `#${key}` : location.pathname + location.search);
  }

  function go(key) {
    const target = visible(key) ?? pieces[key]?.[0] ?? cards[key];
    if (!target) return;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "center" });
    keep(key);
  }

  function step(by, kind) {
    const there = firsts.filter((mark) => !hidden(mark) && (!kind || mark.classList.contains(kind)));
    if (!there.length) return;
    const here = kept && pieces[kept] ? pieces[kept][0] : null;
    let next = by > 0 ? 0 : there.length - 1;
    if (here) {
      const after = (mark) => here.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_FOLLOWING;
      const before = (mark) => here.compareDocumentPosition(mark) & Node.DOCUMENT_POSITION_PRECEDING;
      const found = by > 0 ? there.findIndex(after) : there.findLastIndex(before);
      if (found >= 0) next = found;
    }
    go(there[next].dataset.of);
  }

  // Cards stand beside the line that their claim begins in, or below the card before; where they fall behind the text by more than
  // this many pixels, the text waits.
  const SLACK = 220;
  function place() {
    const rows = [...main.querySelectorAll(".row")];
    for (const row of rows) row.style.marginBottom = "";
    main.classList.add("placed");
    const outer = main.getBoundingClientRect().top;
    const plan = rows.map((row) => {
      const margin = row.lastElementChild;
      const inner = row.getBoundingClientRect();
      const cards = [...margin.children].map((card) => {
        const line = pieces[card.dataset.card]?.[0]?.getClientRects()[0];
        return [card, (line ?? inner).top - outer, card.offsetHeight];
      });
      return { row, top: inner.top - outer, bottom: inner.bottom - outer, cards };
    });
    let used = 0;
    let shift = 0;
    for (const { row, top, bottom, cards } of plan) {
      for (const [card, line, height] of cards) {
        const at = Math.max(line + shift, used);
        card.style.top = `${at - top - shift}px`;
        used = at + height + 5;
      }
      const late = used - (bottom + shift) - SLACK;
      if (late > 0) {
        row.style.marginBottom = `calc(1rem + ${late}px)`;
        shift += late;
      }
    }
    const end = plan.length ? plan[plan.length - 1].bottom + shift : 0;
    if (used > end && plan.length) plan[plan.length - 1].row.style.marginBottom = `calc(1rem + ${used - end}px)`;
  }

  function filter() {
    const property = document.getElementById("property").value;
    const off = new Set([...document.querySelectorAll("[data-kind]")].filter((one) => !one.checked).map((one) => one.dataset.kind));
    root.classList.toggle("hide-claims", off.has("claim"));
    for (const [key, marks] of Object.entries(pieces)) {
      const one = data[key];
      const out = off.has(one.kind) || (property && one.property && one.property !== property);
      for (const mark of marks) {
        mark.classList.toggle("off", Boolean(out));
        if (mark.id) mark.tabIndex = out ? -1 : 0;
      }
    }
    place();
    show(null);
    show(kept);
  }

  main.addEventListener("mouseover", (event) => show(keyOf(event.target) ?? kept));
  main.addEventListener("mouseleave", () => show(kept));
  main.addEventListener("focusin", (event) => show(keyOf(event.target) ?? kept));
  main.addEventListener("click", (event) => {
    if (!getSelection().isCollapsed) return;
    const key = keyOf(event.target);
    keep(key === kept ? null : key);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("select, input")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "u") step(1, "unread");
    else if (event.key === "Escape") keep(null);
    else if ((event.key === "Enter" || event.key === " ") && main.contains(event.target)) keep(keyOf(event.target));
    else return;
    event.preventDefault();
  });
  for (const button of document.querySelectorAll("[data-next]")) button.addEventListener("click", () => step(1, button.dataset.next));
  for (const box of document.querySelectorAll("[data-kind], #property")) box.addEventListener("change", filter);
  document.getElementById("theme").addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
  });
  if (matchMedia("(prefers-color-scheme: dark)").matches) root.dataset.theme = "dark";
  let resized = 0;
  addEventListener("resize", () => {
    cancelAnimationFrame(resized);
    resized = requestAnimationFrame(filter);
  });
  filter();
  if (location.hash.length > 1) go(decodeURIComponent(location.hash.slice(1)));
})();
