// Work in hand: asks every second how far it is, and shows its end when it has one; that it seems to
// have stopped, too, and that it goes on after all.
"use strict";

const box = document.getElementById("work");
const words = box.querySelector("[role=status] b");
const bar = box.querySelector("progress");

async function ask() {
  const response = await fetch(`${location.pathname}?progress`, { redirect: "error" });
  if (!response.ok) throw new Error(response.status);
  const told = await response.json();
  if (told.finished || told.stopped !== ("stopped" in box.dataset)) {
    location.replace(location.pathname);
    return;
  }
  if (words.textContent !== told.words) words.textContent = told.words; // said aloud once
  if (told.of && bar) {
    bar.max = told.of;
    bar.value = told.done;
  }
  setTimeout(look, 1000);
}

// A line that is down for a moment is no reason to stop: the link is there too.
function look() {
  ask().catch(() => setTimeout(look, 5000));
}

setTimeout(look, 500);
