// The page reads well without this: it adds the bubble beside a mark and the keys.
"use strict";
(() => {
  const tip = document.getElementById("tip");
  const marks = [...document.querySelectorAll(".mark, .anchor")];
  const boxes = [...document.querySelectorAll(".filter input")];
  let current = null;
  let pinned = false;

  const card = (mark) => document.getElementById(mark.dataset.finding);
  const visible = (mark) => boxes.every((box) => box.checked || !mark.classList.contains(box.value));

  function show(mark) {
    tip.replaceChildren(...[...card(mark).childNodes].map((node) => node.cloneNode(true)));
    tip.hidden = false;
    tip.className = card(mark).classList[1];
    const at = mark.getClientRects()[0];
    const room = document.documentElement.clientWidth - tip.offsetWidth - 16;
    tip.style.left = `${scrollX + Math.max(16, Math.min(at.left, room))}px`;
    const below = at.bottom + 8;
    const fits = below + tip.offsetHeight < innerHeight || at.top < tip.offsetHeight + 8;
    tip.style.top = `${scrollY + (fits ? below : at.top - tip.offsetHeight - 8)}px`;
  }

  function hide() {
    pinned = false;
    tip.hidden = true;
  }

  function unselect() {
    document.querySelectorAll(".current").forEach((old) => old.classList.remove("current"));
  }

  function select(mark) {
    unselect();
    current = mark;
    const chosen = card(mark);
    mark.classList.add("current");
    chosen.classList.add("current");
    const list = chosen.parentElement;
    if (list.scrollHeight > list.clientHeight) {
      list.scrollTop = chosen.offsetTop - list.offsetTop - 8;
    }
  }

  function close() {
    hide();
    unselect();
    if (current && !visible(current)) current.blur();
  }

  function open(mark) {
    select(mark);
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
    show(mark);
    pinned = true;
  }

  function step(by) {
    const shown = marks.filter((mark) => visible(mark) && mark.id);
    if (shown.length) {
      const at = shown.indexOf(current);
      open(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]);
    }
  }

  for (const mark of marks) {
    mark.removeAttribute("title");
    mark.addEventListener("mouseenter", () => {
      if (!pinned) show(mark);
    });
    mark.addEventListener("mouseleave", () => {
      if (!pinned) hide();
    });
    mark.addEventListener("click", (event) => {
      event.preventDefault();
      open(mark);
    });
  }
  for (const link of document.querySelectorAll(".finding .where")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      open(document.querySelector(link.getAttribute("href")));
    });
  }
  for (const box of boxes) {
    box.addEventListener("change", close);
  }
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".mark, .finding, #tip")) hide();
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "0") boxes.forEach((box) => { box.checked = true; });
    else if (boxes[Number(event.key) - 1]) boxes[Number(event.key) - 1].click();
  });
  document.documentElement.classList.add("js");
})();
