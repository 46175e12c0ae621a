"use strict";

const WORDS = { GOOD: "good", PARTIAL: "partly read", FAILED: "failed", ENDED: "ended", NONE: "none yet" };
const RELATIVE = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const UNITS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

const $ = id => document.getElementById(id);
let sources = [];

function age(time) {
  const seconds = (new Date(time) - Date.now()) / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(seconds) >= length) ?? UNITS[3];
  return RELATIVE.format(Math.round(seconds / size), unit);
}

function setTime(element, time) {
  element.textContent = time ? age(time) : "–";
  if (time) {
    element.dateTime = time;
    element.title = new Date(time).toLocaleString();
  }
}

function say(text) {
  $("summary").textContent = text;
}

function row(source) {
  const row = $("row").content.firstElementChild.cloneNode(true);
  row.id = source.id;
  const part = name => row.querySelector("." + name);
  part("open").textContent = source.url;
  part("kind").textContent = source.kind.toLowerCase();
  part("problem").textContent = (source.problem ?? "").replace(source.url + ": ", "");
  part("result").textContent = WORDS[source.result];
  part("result").classList.add(source.result);
  setTime(part("fetched"), source.fetchedAt);
  setTime(part("news"), source.newsAt);
  setTime(part("next"), source.nextFetchAt);
  part("open").addEventListener("click", () => toggle(row, source));
  part("fetch").hidden = !Demarche.may("EDITOR");
  part("fetch").addEventListener("click", event => look(event.target, source));
  return row;
}

async function toggle(row, source) {
  const button = row.querySelector(".open");
  const open = button.getAttribute("aria-expanded") === "true";
  button.setAttribute("aria-expanded", String(!open));
  if (open) {
    row.nextElementSibling?.remove();
    return;
  }
  try {
    row.after(details(await Demarche.call("sources/" + source.id)));
  } catch (error) {
    say(error.message);
  }
}

function details(source) {
  const row = $("details").content.firstElementChild.cloneNode(true);
  const fact = (name, value) => {
    const line = document.createElement("div");
    const label = document.createElement("span");
    label.textContent = name + " ";
    line.append(label, value);
    row.querySelector(".facts").append(line);
  };
  fact("articles a day", String(source.articlesPerDay ?? 0));
  fact("failures in a row", String(source.failures));
  fact("watched since", source.createdAt.slice(0, 10));
  if (source.movedTo) {
    fact("moved to", source.movedTo);
  }
  if (source.links) {
    fact("links", source.links);
  }
  const days = [...source.days].reverse();
  const most = Math.max(1, ...days.map(day => day.articles));
  const chart = row.querySelector(".days");
  chart.setAttribute("aria-label", "Articles, day by day: " + days.map(day => `${day.day} ${day.articles}`).join(", "));
  for (const day of days) {
    const bar = document.createElement("i");
    bar.style.height = `${100 * day.articles / most}%`;
    bar.classList.toggle("bad", day.failed === day.looks);
    bar.title = `${day.day}: ${day.articles} articles in ${day.looks} looks, ${day.unchanged} unchanged, ${day.failed} failed`;
    chart.append(bar);
  }
  return row;
}

async function look(button, source) {
  button.disabled = true;
  try {
    await Demarche.call(`sources/${source.id}/fetch`, "POST");
    say(`${source.url} is looked at now`);
    setTimeout(load, 3000);
  } catch (error) {
    say(error.message);
    button.disabled = false;
  }
}

function show() {
  const text = $("text").value.trim().toLowerCase();
  const result = $("result").value;
  const shown = sources.filter(source =>
    source.url.toLowerCase().includes(text) && (!result || source.result === result));
  $("sources").replaceChildren(...shown.map(row));
  $("none").hidden = shown.length > 0;
  $("none").textContent = sources.length ? "No source is like that." : "No source is watched yet.";
}

async function load() {
  try {
    sources = await Demarche.call("sources");
    const count = result => sources.filter(source => source.result === result).length;
    say(`${sources.length} watched, ${count("FAILED")} failed, ${count("PARTIAL")} partly read, ${count("ENDED")} ended`);
    show();
    $(location.hash.slice(1))?.querySelector(".open")?.click();
  } catch (error) {
    say("The sources cannot be shown: " + error.message);
  }
}

$("text").addEventListener("input", show);
$("result").addEventListener("change", show);
$("filter").addEventListener("submit", event => event.preventDefault());
Demarche.begin().then(load);
