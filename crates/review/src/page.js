
"use strict";
// Looked up inside the form: a heading of the text may have any id.
const form = document.querySelector("main > form");
const said = form.querySelector("[role=status]");
const value = (name) => (form.elements.namedItem(name)?.value ?? "").trim();
let unsaved = false;
form.addEventListener("input", () => {
  unsaved = true;
});
window.addEventListener("beforeunload", (event) => {
  if (unsaved) event.preventDefault();
});
form.querySelector("button").addEventListener("click", () => {
  const scores = {};
  let stray;
  const lines = form.querySelectorAll("fieldset");
  lines.forEach((fieldset, number) => {
    const level = Number(value(`level-${number}`));
    const because = value(`because-${number}`);
    if (level > 0) scores[fieldset.dataset.criterion] = { level, because };
    else if (because !== "") stray ??= fieldset.querySelector("legend").textContent;
  });
  if (stray !== undefined) {
    said.textContent = `You wrote about “${stray}” and chose no level. Choose one, or move the words to “Anything else”.`;
    return;
  }
  if (Object.keys(scores).length === 0) {
    said.textContent = "Choose a level for at least one line first.";
    return;
  }
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const reply = {
    format: 1,
    exercise: document.body.dataset.exercise,
    answer: document.body.dataset.answer,
    reviewer: value("reviewer"),
    on: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    scores,
    note: value("note"),
  };
  const link = document.createElement("a");
  const address = URL.createObjectURL(new Blob([JSON.stringify(reply, null, 2)], { type: "application/json" }));
  link.href = address;
  link.download = `review-${reply.exercise}-${reply.on}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  unsaved = false;
  const judged = `${Object.keys(scores).length} of ${lines.length}`;
  said.textContent = `Saved as ${link.download}, with ${judged} lines judged. Give that file back; nothing was sent.`;
});
