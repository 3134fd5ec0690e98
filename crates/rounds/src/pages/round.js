// Shows a live round as it goes on. The page is whole without this: then it is looked at anew every
// ten seconds.
"use strict";

const now = document.getElementById("now");
const gone = document.getElementById("gone");
const line = document.getElementById("line");
let open;

// One region changes, by what the server wrote. Whoever stood on a button stands on the one in its
// place, or on the heading; what somebody types lies elsewhere.
function show(html) {
  const at = now.contains(document.activeElement) ? document.activeElement : null;
  const verb = at?.value?.split(".")[0];
  now.innerHTML = html;
  if (!at) return;
  const same = verb && now.querySelector(`button[value^="${verb}."]`);
  (same ?? document.getElementById("piece")).focus({ preventScroll: true });
}

// What stands here stays, to go on from on paper; there is nothing to press any more.
function end(note) {
  open.close();
  for (const button of now.querySelectorAll("button")) button.remove();
  if (note) note.hidden = false;
}

function listen() {
  open = new EventSource(now.dataset.from);
  open.addEventListener("now", (event) => {
    line.hidden = true;
    show(event.data);
  });
  open.addEventListener("end", (event) => {
    show(event.data);
    end();
  });
  open.addEventListener("gone", () => {
    line.hidden = true;
    end(gone);
  });
  open.addEventListener("error", () => {
    line.hidden = false;
    if (open.readyState === EventSource.CLOSED) look();
  });
}

// Where there is no line to be had, the page is looked at as it is without this script.
async function look() {
  try {
    const page = await fetch(location.pathname);
    const read = new DOMParser().parseFromString(await page.text(), "text/html");
    const then = page.ok && read.getElementById("now");
    if (then) {
      line.hidden = true;
      show(then.innerHTML);
    }
  } catch {
    // Nothing answers; it is tried again.
  }
  setTimeout(listen, 10000);
}

if (window.EventSource) listen();
