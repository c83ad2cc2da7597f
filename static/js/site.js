"use strict";

// Every page works without this file; it makes answering quick and reading remembered.
(() => {
  const LETTERS = "abcdef";
  const LONGEST_WAIT = 15000;
  const PLACE_EVERY = 4000;

  // A button is pressed rather than named as the submitter: only then does htmx send its value.
  const handIn = (form, button) => (button ? button.click() : form.requestSubmit());

  // From the keyboard: A–F or 1–6 choose, Enter hands in and goes on, / searches.
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target;
    if (target.matches("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    if (event.key === "/") {
      const field = [...document.querySelectorAll("[data-search]")].find((one) => one.offsetParent);
      if (!field) return;
      event.preventDefault();
      field.focus();
      field.select();
      return;
    }
    if (event.key === "Enter") {
      if (target.closest("a, button, summary")) return;
      const form = document.querySelector("form[data-question]");
      const next = document.querySelector("[data-enter]");
      if (!form && !next) return;
      event.preventDefault();
      if (form) handIn(form, form.querySelector("[data-next]"));
      else next.click();
      return;
    }
    const key = event.key.toLowerCase();
    const index = key >= "1" && key <= "9" ? Number(key) - 1 : LETTERS.indexOf(key);
    const rating = document.querySelectorAll("[data-rating]")[index];
    if (rating && /^\d$/.test(key)) {
      rating.click();
      return;
    }
    const option = document.querySelectorAll("form[data-question] .option input")[index];
    if (key.length === 1 && option) {
      option.focus();
      option.click();
    }
  });

  // Putting in order: no two things in one place; who loses theirs gets the only one that is left.
  document.addEventListener("change", (event) => {
    const moved = event.target;
    if (!moved.matches("select[data-place]")) return;
    const all = [...moved.form.querySelectorAll("select[data-place]")];
    const other = all.find((one) => one !== moved && one.value && one.value === moved.value);
    if (!other) return;
    const taken = all.filter((one) => one !== other).map((one) => one.value);
    const free = [...other.options].map((one) => one.value).filter((one) => one && !taken.includes(one));
    other.value = free.length === 1 ? free[0] : "";
    const note = moved.form.querySelector("[data-moved]");
    note.textContent = note.dataset.moved + other.labels[0].textContent;
    other.dispatchEvent(new Event("change", { bubbles: true })); // where each change is saved
  });

  // The focus is on the newest heading, so that a screen reader reads on: after a swap, and when
  // a key was quicker than htmx and the whole page was loaded.
  const focusNewest = (event) => {
    const swapped = event && event.detail.elt.id === "keep";
    const headings = document.querySelectorAll(swapped ? "#keep [data-said]" : "#panel [data-focus]");
    const heading = headings[headings.length - 1];
    if (!heading) return;
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("htmx:afterSettle", (event) => {
    const asked = event.detail.requestConfig;
    if (!asked || !asked.elt.matches("[data-quiet]")) focusNewest(event);
  });
  if (document.querySelector(".panel-head")) focusNewest();

  // A lost network says so, keeps the choice, and sends again on its own.
  let wait = 1000;
  const show = (form, name, shown) => {
    const note = form.querySelector(`[data-${name}]`);
    if (note) note.hidden = !shown;
  };
  const later = (event) => {
    const form = event.detail.elt.closest("form[data-retry]");
    if (!form) return;
    show(form, "lost", true);
    form.dispatchEvent(new Event("lost", { bubbles: true })); // where answers are kept
    const { elt, requestConfig } = event.detail;
    const cause = requestConfig && requestConfig.triggeringEvent;
    let sent = false;
    const again = () => {
      if (sent || !elt.isConnected) return;
      sent = true;
      if (elt === form) handIn(form, cause && cause.submitter);
      else elt.dispatchEvent(new Event("change", { bubbles: true }));
    };
    window.addEventListener("online", again, { once: true });
    setTimeout(again, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };
  document.addEventListener("htmx:sendError", later);
  document.addEventListener("htmx:timeout", later);
  document.addEventListener("htmx:responseError", (event) => {
    const form = event.detail.elt.closest("form[data-retry]");
    if (!form) return;
    if ([502, 503, 504].includes(event.detail.xhr.status)) later(event);
    else show(form, "failed", true);
  });
  document.addEventListener("htmx:beforeRequest", (event) => {
    const form = event.detail.elt.closest("form[data-retry]");
    if (form) show(form, "failed", false);
  });
  document.addEventListener("htmx:afterOnLoad", (event) => {
    wait = 1000;
    const form = event.detail.elt.closest("form[data-retry]");
    if (form && event.detail.successful) show(form, "lost", false);
  });

  // Printing is the browser's own; the button is there where it can work.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  // A challenge's clock: the server's decides; this one shows it, and hands in when time is up.
  setInterval(() => {
    const clock = document.querySelector("[data-seconds]");
    if (!clock) return;
    const form = document.querySelector("form[data-question]");
    clock.hidden = !form;
    if (!form || clock.dataset.seconds === "0") return;
    clock.dataset.seconds -= 1;
    clock.querySelector("strong").textContent = clock.dataset.seconds;
    if (clock.dataset.seconds === "0") form.requestSubmit();
  }, 1000);

  // The contents stand open where there is room beside the text.
  const outline = document.querySelector("[data-outline]");
  if (outline && matchMedia("(min-width: 60rem)").matches) outline.open = true;

  // Another size of the text, or 拼音 over it: what was read stays where it was on the screen.
  const inLesson = () => [...document.querySelectorAll(".lesson [data-offset]")];
  const topmost = (paragraphs) =>
    paragraphs.find((paragraph) => paragraph.getBoundingClientRect().bottom > 0);
  const firstInView = (paragraphs) =>
    paragraphs.find((paragraph) => {
      const { top } = paragraph.getBoundingClientRect();
      return top >= 0 && top < window.innerHeight;
    }) ?? topmost(paragraphs);
  let anchor = null;
  let pressed = null;
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id !== "text") return;
    const top = firstInView(inLesson());
    pressed = event.detail.requestConfig.triggeringEvent?.submitter?.id;
    anchor = top && window.scrollY > 0 ? { id: top.id, y: top.getBoundingClientRect().top } : null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    const tools = document.getElementById("tools");
    if (tools) document.documentElement.dataset.textSize = tools.dataset.size;
    const button = document.getElementById(pressed ?? "");
    if (button?.disabled) button.parentElement.querySelector("button:enabled").focus();
    else button?.focus({ preventScroll: true });
    pressed = null;
    const top = anchor && document.getElementById(anchor.id);
    if (top) window.scrollBy(0, top.getBoundingClientRect().top - anchor.y);
    anchor = null;
  });

  // Listening, where the browser has a Chinese voice: sentence by sentence, from what is in view.
  const listen = document.querySelector("[data-listen]");
  const speech = window.speechSynthesis;
  if (listen && speech) {
    const button = listen.querySelector("[data-speak]");
    const stop = listen.querySelector("[data-stop]");
    let queue = [];
    let run = 0; // a stopped utterance still reports its end
    const voice = () =>
      speech.getVoices().find((one) => /^(zh|cmn)(?!.*(HK|TW|yue))/i.test(one.lang)) ??
      speech.getVoices().find((one) => /^(zh|cmn)/i.test(one.lang));
    const offer = () => {
      listen.hidden = !voice();
    };
    const say = (label) => {
      button.textContent = button.dataset[label];
      stop.hidden = label === "start";
    };
    const mark = (paragraph) => {
      for (const other of document.querySelectorAll(".speaking")) other.classList.remove("speaking");
      paragraph?.classList.add("speaking");
      paragraph?.scrollIntoView({ block: "nearest" });
    };
    const words = (paragraph) => {
      const copy = paragraph.cloneNode(true);
      for (const reading of copy.querySelectorAll("rt")) reading.remove();
      return copy.textContent;
    };
    const end = () => {
      run += 1;
      queue = [];
      speech.cancel();
      mark(null);
      say("start");
    };
    const next = () => {
      const [sentence, offset] = queue.shift() ?? [];
      if (!sentence) return end();
      mark(document.getElementById(offset));
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.voice = voice();
      utterance.lang = utterance.voice.lang;
      const mine = run;
      utterance.onend = () => mine === run && next();
      utterance.onerror = () => mine === run && end();
      speech.speak(utterance);
    };
    const begin = () => {
      const paragraphs = inLesson();
      const from = Math.max(paragraphs.indexOf(firstInView(paragraphs)), 0);
      end();
      queue = paragraphs.slice(from).flatMap((paragraph) => {
        const sentences = words(paragraph).match(/[^。！？；]+[。！？；”’]*/g) ?? [];
        return sentences.map((sentence) => [sentence, paragraph.id]);
      });
      say("pause");
      next();
    };
    button.addEventListener("click", () => {
      if (stop.hidden) return begin();
      if (speech.paused) speech.resume();
      else speech.pause();
      say(button.textContent === button.dataset.pause ? "goOn" : "pause");
    });
    stop.addEventListener("click", () => {
      end();
      button.focus();
    });
    window.addEventListener("pagehide", end);
    speech.addEventListener?.("voiceschanged", offer);
    offer();
  }

  // Reading: the topmost paragraph on the screen is the place; the last one in view, the end.
  const lesson = document.querySelector("[data-place]");
  if (!lesson) return;
  const finish = document.getElementById("finish");
  let kept = null;
  const place = () => {
    const paragraphs = inLesson();
    const last = paragraphs[paragraphs.length - 1];
    if (last && last.getBoundingClientRect().bottom <= window.innerHeight) return last;
    return topmost(paragraphs);
  };
  const keep = () => {
    const paragraph = place();
    if (!paragraph || !finish || paragraph.dataset.offset === kept) return;
    const body = new FormData(finish);
    body.set("offset", paragraph.dataset.offset);
    fetch(lesson.dataset.place, { method: "POST", body, keepalive: true })
      .then((response) => {
        if (response.ok) kept = paragraph.dataset.offset;
      })
      .catch(() => {}); // sent again with the next move
  };
  let timer = null;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      keep();
    }, PLACE_EVERY);
  };
  document.addEventListener("scroll", soon, { passive: true });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) keep();
  });
  soon();
})();

// An exam: its clock, and two tabs that tell each other what was saved.
(() => {
  const TICK = 500;
  const SECOND = 1000;
  const ANNOUNCED = [300, 60, 0]; // seconds before the end
  const tabs = "BroadcastChannel" in window ? new BroadcastChannel("exam") : null;
  let before = Infinity;
  let dirty = false;
  let over = null;

  const two = (number) => String(number).padStart(2, "0");
  const face = (seconds) => {
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    const rest = two(seconds % 60);
    return hours ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
  };
  const tick = () => {
    const clock = document.querySelector("[data-deadline]");
    if (!clock) return;
    // How far the server's clock is ahead of the one here, as of when the page came.
    clock.dataset.ahead ??= clock.dataset.now - Date.now();
    const deadline = Number(clock.dataset.deadline) - Number(clock.dataset.ahead);
    const left = Math.max(Math.ceil((deadline - Date.now()) / SECOND), 0);
    clock.textContent = face(left);
    const crossed = ANNOUNCED.filter((at) => left <= at && before > at).pop();
    const note = document.querySelector("[data-announce]");
    if (crossed !== undefined && note && (before !== Infinity || left === crossed)) {
      note.textContent = note.getAttribute(`data-at-${crossed}`);
    }
    before = left;
    if (left === 0) end(clock);
  };
  const end = (clock) => {
    const button = document.querySelector("[data-time-up]");
    if (over === clock || !button) return;
    over = clock; // once; a page that comes back with time on its clock has another
    button.click();
  };
  setInterval(tick, TICK);
  tick();

  const refresh = () => {
    const page = document.querySelector("[data-exam]");
    if (page && !dirty) page.dispatchEvent(new Event("refresh"));
  };
  const shown = () => (document.querySelector("[data-exam]") || { dataset: {} }).dataset.exam;
  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => {
      if (event.target.closest("form[data-sheet]")) dirty = true;
    });
  }
  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest("form[data-sheet]");
    if (!form || !event.detail.successful) return;
    dirty = false;
    if (tabs) tabs.postMessage(shown());
  });
  if (tabs) {
    tabs.addEventListener("message", (event) => {
      if (event.data === shown()) refresh();
    });
    const done = document.querySelector("[data-handed-in]");
    if (done) tabs.postMessage(done.dataset.handedIn);
  }
  // Who leaves keeps what was typed last; who comes back sees what was saved elsewhere.
  document.addEventListener("visibilitychange", () => {
    const form = document.querySelector("form[data-sheet]");
    if (!document.hidden) refresh();
    else if (form && dirty) {
      const body = new FormData(form);
      fetch(form.action, { method: "POST", body, keepalive: true, redirect: "manual" }).catch(() => {});
    }
  });
})();

// Answers outlive a lost network and a closed page: what is chosen or typed is kept on this device,
// put back when its question is opened again, and, once handed in, sent when the network is back.
(() => {
  const STORE = "kept-answers";
  const LAST = "last-learner";
  const LONGEST = 30 * 24 * 3600 * 1000;
  const TITLE = 40;
  const LOOK_EVERY = 3000;
  const learner = document.body.dataset.learner;

  const read = () => {
    try {
      return JSON.parse(localStorage.getItem(STORE)) ?? {};
    } catch {
      return {};
    }
  };
  const write = (kept) => {
    try {
      localStorage.setItem(STORE, JSON.stringify(kept));
      if (learner) localStorage.setItem(LAST, learner);
    } catch {
      // A browser that keeps nothing: the page itself still tries again.
    }
  };
  const pathOf = (form) => form.getAttribute("action");
  const nameOf = (path) => `${learner} ${path}`;
  const shownForms = () => [...document.querySelectorAll("form[data-question]")];
  const fieldsOf = (form) =>
    [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");

  const keep = (form, ready) => {
    if (!learner || !form) return;
    const stem = document.getElementById("stem")?.firstChild?.textContent.trim() ?? "";
    const title = stem.length > TITLE ? `${stem.slice(0, TITLE)}…` : stem;
    const path = pathOf(form);
    const entry = { learner, path, title, ready, fields: fieldsOf(form), at: Date.now() };
    write({ ...read(), [nameOf(path)]: entry });
  };
  const drop = (path) => {
    const kept = read();
    if (!(nameOf(path) in kept)) return;
    delete kept[nameOf(path)];
    write(kept);
  };
  const mine = () => Object.values(read()).filter((entry) => entry.learner === learner);

  const putBack = (form, fields) => {
    const left = [...fields];
    for (const control of form.elements) {
      const at = left.findIndex(([name, value]) =>
        ["radio", "checkbox"].includes(control.type)
          ? name === control.name && value === control.value
          : name === control.name,
      );
      if (["radio", "checkbox"].includes(control.type)) control.checked = at >= 0;
      else if (at >= 0 && control.type !== "hidden") [, control.value] = left[at];
      if (at >= 0) left.splice(at, 1);
    }
  };

  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => {
      keep(event.target.closest("form[data-question]"), false);
    });
  }
  document.addEventListener("lost", (event) => keep(event.target, true));
  document.addEventListener("htmx:afterOnLoad", (event) => {
    const form = event.detail.elt.closest("form[data-retry]");
    if (form && event.detail.successful) drop(pathOf(form));
  });

  const cookie = (name) =>
    document.cookie.split("; ").find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1);

  // Whether it was taken; nothing while the server does not answer, or asks to sign in.
  const send = async (entry) => {
    const answer = await fetch(entry.path, {
      method: "POST",
      body: new URLSearchParams(entry.fields),
      headers: { "X-CSRFToken": cookie("csrftoken") ?? "" },
    });
    const { pathname, searchParams } = new URL(answer.url);
    if (answer.status >= 500 || [403, 429].includes(answer.status)) return null;
    if (pathname.startsWith("/accounts/")) return null;
    return answer.ok && !searchParams.has("kept");
  };
  const tell = (entry, taken) => {
    const note = document.querySelector("[data-sent]");
    if (!note) return;
    const line = document.createElement("p");
    const link = document.createElement("a");
    line.className = `note ${taken ? "success" : "warning"}`;
    link.href = entry.path;
    link.textContent = note.dataset.open;
    line.append(taken ? note.dataset.taken : note.dataset.refused, " ", link);
    note.hidden = false;
    note.append(line);
  };
  let sending = false;
  const sendAll = async () => {
    if (sending) return;
    sending = true;
    const shown = shownForms().map(pathOf); // these are sent again by the page itself
    try {
      for (const entry of mine()) {
        if (!entry.ready || shown.includes(entry.path)) continue;
        const taken = await send(entry);
        if (taken === null) continue;
        drop(entry.path);
        tell(entry, taken);
      }
    } catch {
      // Still no network.
    } finally {
      sending = false;
    }
  };

  const open = () => {
    const kept = read();
    for (const [name, entry] of Object.entries(kept)) {
      if (Date.now() - entry.at > LONGEST) delete kept[name];
    }
    write(kept);
    const forms = shownForms();
    const here = kept[nameOf(location.pathname)];
    if (here && !here.ready && !forms.length) drop(here.path);
    for (const form of forms) {
      const entry = kept[nameOf(pathOf(form))];
      if (!entry) continue;
      putBack(form, entry.fields);
      if (!entry.ready) continue;
      const quiet = form.querySelector("[data-quiet]");
      if (quiet) quiet.dispatchEvent(new Event("change", { bubbles: true }));
      else form.requestSubmit();
    }
    sendAll();
  };
  if (learner) {
    window.addEventListener("load", open);
    window.addEventListener("online", sendAll);
  }

  // The page for no network says what is kept, and makes way when there is one again.
  const offline = document.querySelector("[data-offline]");
  if (offline) {
    const last = localStorage.getItem(LAST);
    const entries = Object.values(read()).filter((entry) => entry.learner === last);
    const part = document.querySelector("[data-kept]");
    const list = part.querySelector("ul");
    for (const entry of entries) {
      const line = document.createElement("li");
      line.textContent = `“${entry.title}”${entry.ready ? list.dataset.ready : list.dataset.draft}`;
      line.lang = "zh-Hans";
      list.append(line);
    }
    part.hidden = !entries.length;
    const look = async () => {
      const alive = await fetch(offline.dataset.offline, { cache: "no-store" }).catch(() => null);
      if (!alive?.ok) return;
      clearInterval(looking);
      location.reload();
    };
    const looking = setInterval(look, LOOK_EVERY);
    window.addEventListener("online", look);
  }
})();

// The site as an app: its worker, and a button to install it where the browser offers that.
(() => {
  const { worker } = document.currentScript.dataset;
  if (worker && "serviceWorker" in navigator) {
    window.addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => {}));
  }
  const part = document.querySelector("[data-install]");
  window.addEventListener("beforeinstallprompt", (event) => {
    if (!part) return;
    event.preventDefault();
    part.hidden = false;
    part.querySelector("button").addEventListener("click", () => {
      event.prompt();
      part.hidden = true;
    });
  });
})();
