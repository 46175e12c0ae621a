"use strict";

const $ = id => document.getElementById(id);
const REFUSED = {
  role: "You are known, but have no role here: ask an administrator.",
  login: "The login did not succeed."
};

/** Where to go on: only within this server. */
function next() {
  const wished = new URLSearchParams(location.search).get("next") ?? "";
  return /^\/[^/\\]/.test(wished) ? wished : "sources.html";
}

function say(text) {
  $("said").textContent = text;
}

async function login(key) {
  try {
    await Demarche.call("session", "POST", { key });
    location.replace(next());
  } catch (error) {
    say(error.message);
  }
}

async function setUp() {
  try {
    const made = await Demarche.call("setup", "POST", { setupKey: $("setup-key").value.trim(), name: $("name").value.trim() });
    $("setup").hidden = true;
    $("login").hidden = true;
    $("made").hidden = false;
    $("text").textContent = made.text;
    say("");
  } catch (error) {
    say(error.message);
  }
}

async function begin() {
  const session = await Demarche.call("session");
  Demarche.session = session;
  if (session.open) {
    location.replace(next());
    return;
  }
  $("login").hidden = session.setup;
  $("setup").hidden = !session.setup;
  for (const { name, path } of session.logins) {
    const link = document.createElement("a");
    link.href = path;
    link.textContent = "Log in with " + name;
    $("logins").append(link);
    $("logins").hidden = false;
  }
  say(REFUSED[new URLSearchParams(location.search).get("refused")] ?? "");
}

$("login").addEventListener("submit", event => {
  event.preventDefault();
  login($("key").value.trim());
});
$("setup").addEventListener("submit", event => {
  event.preventDefault();
  setUp();
});
$("go").addEventListener("click", () => login($("text").textContent));
begin().catch(error => say(error.message));
