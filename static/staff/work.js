// Work in hand: asks every second how far it is, and shows its end when it has one; that it seems to
// have stopped, too, and that it goes on after all.
"use strict";

const box = document.getElementById("work");
const words = box.querySelector("[role=status] b");
const bar = box.querySelector("progress");

async function ask() {
  const asked = new URL(location.href);
  asked.searchParams.set("progress", "");
  const response = await fetch(asked, { redirect: "error" });
  if (!response.ok) throw new Error(response.status);
  const state = await response.json();
  if (state.finished || state.stopped !== ("stopped" in box.dataset)) {
    location.replace(location.href);
    return;
  }
  if (words.textContent !== state.words) words.textContent = state.words; // read out once
  if (state.of && bar) {
    bar.max = state.of;
    bar.value = state.done;
  }
  setTimeout(look, 1000);
}

// A line that is down for a moment is no reason to stop: the link is there too.
function look() {
  ask().catch(() => setTimeout(look, 5000));
}

setTimeout(look, 500);
