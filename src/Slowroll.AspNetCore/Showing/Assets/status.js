// The status page: keeps what it shows up to date. The server writes all of it; this script fetches the page again when
// the server says that something has changed, and puts what is new into the elements that are there, so that focus,
// typed text, selections and the place of the page stay.
(() => {
  "use strict";

  const byId = (id) => document.getElementById(id);
  const [form, live, announced] = [byId("ask"), byId("live"), byId("announced")];
  const events = `${location.pathname.replace(/\/$/, "")}/events`;
  const retryAfter = 30_000;

  const keyOf = (node) => node.nodeType === Node.ELEMENT_NODE ? node.getAttribute("data-key") : null;

  const isAlike = (old, fresh) => old !== null && old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName
    && keyOf(old) === keyOf(fresh);

  // Gives an element the attributes and the content of another one. Elements with a key may change places.
  const update = (old, fresh) => {
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.data !== fresh.data) old.data = fresh.data;
      return;
    }
    for (const name of old.getAttributeNames()) {
      if (!fresh.hasAttribute(name)) old.removeAttribute(name);
    }
    for (const name of fresh.getAttributeNames()) {
      const value = fresh.getAttribute(name);
      if (old.getAttribute(name) !== value) old.setAttribute(name, value);
    }

    const keyed = new Map();
    for (const child of old.childNodes) {
      if (keyOf(child) !== null) keyed.set(keyOf(child), child);
    }
    let at = old.firstChild;
    for (const node of fresh.childNodes) {
      const key = keyOf(node);
      const found = key === null ? at : keyed.get(key) ?? null;
      if (!isAlike(found, node)) {
        old.insertBefore(document.importNode(node, true), at);
        continue;
      }
      keyed.delete(key);
      if (found === at) at = at.nextSibling;
      else old.insertBefore(found, at);
      update(found, node);
    }
    while (at !== null) {
      const next = at.nextSibling;
      at.remove();
      at = next;
    }
  };

  const say = (text, state) => {
    live.className = state;
    if (live.textContent !== text) live.textContent = text;
  };

  let [isFetching, isStale, isWaiting, isLive] = [false, false, false, false];

  const fetchAgain = async () => {
    if (isFetching || document.hidden) {
      isStale = true;
      return;
    }
    [isFetching, isStale] = [true, false];
    try {
      const answer = await fetch(location.pathname + location.search, { cache: "no-store", redirect: "error" });
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      if (isLive) say("Live", "is-live");
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      const focused = document.activeElement;
      const failed = document.querySelectorAll(".facts .bad").length;
      for (const part of document.querySelectorAll("[data-part]")) {
        const its = fresh.getElementById(part.id);
        if (its !== null) update(part, its);
      }
      if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
      const fails = document.querySelectorAll(".facts .bad").length;
      if (fails !== failed) announced.textContent = fails > failed ? "There is a new problem." : "A problem is gone.";
    } catch {
      say("What is shown may be out of date: the server doesn't answer.", "is-lost");
      setTimeout(soon, retryAfter);
    } finally {
      isFetching = false;
      if (isStale && !document.hidden) soon();
    }
  };

  // Many pages hear of a change at once; they don't all ask at once.
  const soon = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      void fetchAgain();
    }, 100 + Math.random() * 200);
  };

  const listen = () => {
    const stream = new EventSource(events);
    const told = {
      config: "The config has changed.", locks: "The locks of this machine have changed.", status: "", state: "",
    };
    for (const [kind, text] of Object.entries(told)) {
      stream.addEventListener(kind, () => {
        if (text !== "") announced.textContent = text;
        soon();
      });
    }
    stream.addEventListener("open", () => {
      isLive = true;
      say("Live", "is-live");
      soon();
    });
    stream.addEventListener("error", () => {
      isLive = false;
      if (stream.readyState !== EventSource.CLOSED) {
        say("What is shown may be out of date: the connection is lost.", "is-lost");
        return;
      }

      // The server has told it not to come again, for example since it has too many listeners.
      say("Not live: this page asks every half a minute.", "");
      soon();
      setTimeout(listen, retryAfter);
    });
  };

  const ask = () => {
    const query = new URLSearchParams(location.search);
    const before = query.get("flags") ?? "";
    for (const input of form.querySelectorAll("input")) {
      if (input.value === "") query.delete(input.name); else query.set(input.name, input.value);
    }
    if (before !== (query.get("flags") ?? "")) {
      query.delete("page");
      query.delete("config");
    }
    const text = query.toString();
    history.replaceState(null, "", text === "" ? location.pathname : `?${text}`);
    soon();
  };

  let typing = 0;
  form.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(ask, 300);
  });
  form.addEventListener("submit", (submitting) => {
    submitting.preventDefault();
    clearTimeout(typing);
    ask();
  });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && isStale) soon();
  });
  setInterval(soon, 60_000);
  listen();
})();
