// Parts shown one at a time, claims filtered and sorted, jumps that open what hides their goal.
// The page is whole without it.
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const views = [...document.querySelectorAll(".view")];
  const tabs = [...document.querySelectorAll(".parts a")];
  const back = byId("back");
  let jumps = 0;
  root.classList.add("js");

  const show = (view) => {
    for (const one of views) one.classList.toggle("current", one === view);
    for (const tab of tabs) {
      if (tab.hash === "#" + view.id) tab.setAttribute("aria-current", "true");
      else tab.removeAttribute("aria-current");
    }
  };

  const clear = (name) => {
    for (const one of [...document.getElementsByClassName(name)]) one.classList.remove(name);
  };

  const marks = (id) => document.querySelectorAll('mark[data-s~="' + CSS.escape(id) + '"]');

  const go = () => {
    const goal = byId(decodeURIComponent(location.hash.slice(1)) || "overview");
    const view = goal && goal.closest(".view");
    if (!view) {
      if (!document.querySelector(".view.current")) show(views[0]);
      return;
    }
    show(view);
    clear("lit");
    clear("hit");
    if (goal === view) {
      window.scrollTo(0, 0);
      return;
    }
    if (goal.hidden) reset();
    for (let box = goal.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (goal.classList.contains("claim")) goal.querySelector(".inside").open = true;
    if (goal.classList.contains("n")) for (const one of marks(goal.id)) one.classList.add("hit");
    else if (!goal.classList.contains("report")) goal.classList.add("lit");
    for (const one of document.querySelectorAll('.map a[href="#' + CSS.escape(goal.id) + '"]')) one.classList.add("hit");
    goal.scrollIntoView();
    goal.focus({ preventScroll: true });
  };

  // Filtering and sorting
  const filters = byId("filters");
  const claims = [...document.querySelectorAll(".claim")];
  const lists = [...document.querySelectorAll("[data-list]")];
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const held = new Map();
  const textOf = (claim) => {
    if (!held.has(claim)) held.set(claim, plain(claim.textContent));
    return held.get(claim);
  };
  const field = (name) => byId("f-" + name);
  const lone = byId("lone");

  const apply = () => {
    if (!filters) return;
    const words = plain(field("text").value).split(/\s+/).filter(Boolean);
    const who = field("who").value;
    const fact = field("fact").value;
    const origins = field("origins").value;
    const denied = field("denied").checked;
    let shown = 0;
    for (const claim of claims) {
      const data = claim.dataset;
      const fits =
        (!who || data.who.split(" ").includes(who)) &&
        (!fact || data.fact.split(" ").includes(fact)) &&
        (!origins || (origins === "one" ? data.o === "1" : Number(data.o) > 1)) &&
        (!denied || "denied" in data) &&
        words.every((word) => textOf(claim).includes(word));
      claim.hidden = !fits;
      if (fits) shown += 1;
    }
    const narrowed = Boolean(words.length || who || fact || origins || denied);
    if (lone) {
      const any = Boolean(lone.querySelector(".claim:not([hidden])"));
      lone.hidden = !any;
      if (narrowed && any) lone.open = true;
    }
    const out = field("shown");
    out.textContent = out.dataset.form.replace("{shown}", shown).replace("{all}", claims.length);
    field("reset").hidden = !narrowed;
    field("none").hidden = shown > 0;
  };

  const orders = {
    origins: () => 0,
    statements: (a, b) => b.dataset.s - a.dataset.s,
    reports: (a, b) => b.dataset.r - a.dataset.r,
    date: (a, b) => (a.dataset.day || "9999").localeCompare(b.dataset.day || "9999"),
    text: (a, b) =>
      a.querySelector("h3").textContent.localeCompare(b.querySelector("h3").textContent, root.lang),
  };

  const sort = () => {
    const order = orders[field("sort").value];
    for (const list of lists) {
      // `claims` keeps the page's own order, which settles ties.
      const mine = claims.filter((claim) => claim.parentElement === list);
      list.append(...mine.sort(order));
    }
  };

  const reset = () => {
    for (const name of ["text", "who", "fact", "origins"]) field(name).value = "";
    field("denied").checked = false;
    apply();
  };

  if (filters) {
    filters.hidden = false;
    filters.addEventListener("input", (event) => (event.target.id === "f-sort" ? sort() : apply()));
    field("reset").addEventListener("click", () => {
      reset();
      field("text").focus();
    });
    apply();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || link.closest(".parts, .skip")) return;
    if (link.dataset.filter && filters) {
      reset();
      field("who").value = link.dataset.filter;
      apply();
    }
    jumps += 1;
    back.hidden = false;
    // Choosing the same goal twice changes no hash, and should still lead there.
    if (link.hash === location.hash) go();
  });
  back.addEventListener("click", () => {
    jumps -= 1;
    back.hidden = jumps < 1;
    history.back();
  });

  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey && filters) {
      event.preventDefault();
      show(byId("claims"));
      field("text").focus();
      field("text").select();
    }
    if (event.key === "Escape" && event.target.id === "f-text") reset();
  });

  // All pieces of a statement light up together, however its neighbours cut it.
  document.addEventListener("pointerover", (event) => {
    const mark = event.target.closest && event.target.closest("mark");
    clear("near");
    if (mark) for (const one of marks(mark.dataset.s.split(" ").pop())) one.classList.add("near");
  });

  let closed = [];
  window.addEventListener("beforeprint", () => {
    const ofReasons = (box) => box.className === "why" && box.querySelector(":scope > .reasons, :scope > dl");
    closed = [...document.querySelectorAll("details:not([open])")].filter((box) => !ofReasons(box));
    for (const box of closed) box.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const box of closed) box.open = false;
  });

  window.addEventListener("hashchange", go);
  go();
})();
