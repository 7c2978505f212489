
"use strict";
const said = document.getElementById("said");
const value = (name) => (document.forms[0].elements.namedItem(name)?.value ?? "").trim();
document.getElementById("save").addEventListener("click", () => {
  const scores = {};
  document.querySelectorAll("fieldset").forEach((fieldset, number) => {
    const level = Number(value(`level-${number}`));
    if (level > 0) scores[fieldset.dataset.criterion] = { level, because: value(`because-${number}`) };
  });
  if (Object.keys(scores).length === 0) {
    said.textContent = "Choose a description for at least one line first.";
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
  said.textContent = `Saved as ${link.download}. Give that file back; nothing was sent.`;
});
