"use strict";

/** What the pages have in common: calls of the interface, and who makes them. */
const Demarche = {
  session: null,

  /** Who is logged in; a page that needs somebody leads to the login. */
  async begin() {
    this.session = await (await fetch("api/v1/session")).json();
    if (!this.session.open && !this.session.account) {
      location.replace("login.html?next=" + encodeURIComponent(location.pathname + location.hash));
      return new Promise(() => {});
    }
    const who = document.getElementById("who");
    if (who && !this.session.open) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = "Log out";
      button.addEventListener("click", async () => {
        await this.call("session", "DELETE");
        location.replace("login.html");
      });
      who.append(this.session.name + " ", button);
    }
    return this.session;
  },

  /** Whether whoever is logged in has that role. */
  may(role) {
    return this.session.open || this.session.roles.includes(role);
  },

  /** What a call answers; a refusal is thrown as an error that says why. */
  async call(path, method, body) {
    const headers = { Accept: "application/json" };
    if (this.session?.csrf) {
      headers["X-CSRF-TOKEN"] = this.session.csrf;
    }
    if (body !== undefined) {
      headers["Content-Type"] = "application/json";
    }
    const response = await fetch("api/v1/" + path, { method, headers, body: JSON.stringify(body) });
    const answer = await response.json().catch(() => ({}));
    if (!response.ok) {
      throw new Error(answer.detail ?? `the server answered ${response.status}`);
    }
    return answer;
  }
};
