// The tables of transfers and of evidence, sorted by any column; the first choice is the page's own order.
"use strict";
for (const name of ["x", "e"]) (() => {
  const table = document.getElementById(`${name}-table`);
  if (!table) return;
  const select = document.getElementById(`${name}-sort`);
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const entries = rows.filter((row) => row.classList.contains("entry"));
  const heads = [...table.tHead.querySelectorAll("th[data-key]")];
  const language = document.documentElement.lang;
  let key = "";
  let down = false;

  const sort = () => {
    table.classList.toggle("sorted", Boolean(key));
    for (const head of heads) {
      if (head.dataset.key === key) head.setAttribute("aria-sort", down ? "descending" : "ascending");
      else head.removeAttribute("aria-sort");
    }
    select.value = key;
    if (!key) {
      body.append(...rows);
      return;
    }
    const value = (row) => row.dataset[key];
    const order = [...entries].sort((a, b) => {
      // What is not told comes last, whichever way is up.
      if (!value(a) || !value(b)) return Boolean(value(b)) - Boolean(value(a));
      return (down ? -1 : 1) * value(a).localeCompare(value(b), language);
    });
    body.append(...order);
  };

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      down = key === head.dataset.key && !down;
      key = head.dataset.key;
      sort();
    });
  }
  select.addEventListener("change", () => {
    key = select.value;
    down = false;
    sort();
  });
  select.parentElement.hidden = false;
})();
