// Receives webhooks, verifies each with the npm package standardwebhooks, and answers as badly as chance wants it.
// Reads secrets from its standard input, a line each, and trusts the last two; writes a line for every webhook.
const http = require("http");
const readline = require("readline");
const { Webhook } = require("standardwebhooks");

let secrets = [];
let state = 7;

function chance() {
  state = (state * 1103515245 + 12345) % 2147483648;
  return state / 2147483648;
}

function verify(body, headers) {
  const [newest, before] = secrets;
  try {
    return new Webhook(newest).verify(body, headers);
  } catch (e) {
    return new Webhook(before).verify(body, headers);
  }
}

function say(...words) {
  process.stdout.write(words.join(" ") + "\n");
}

function endless(response) {
  const part = Buffer.alloc(8192, 120);
  response.writeHead(200);
  const more = () => {
    if (!response.destroyed) {
      response.write(part, () => setImmediate(more));
    }
  };
  more();
}

function answer(request, response, dice) {
  if (dice < 0.12) {
    response.writeHead(500).end("no");
  } else if (dice < 0.14) {
    // It hangs.
  } else if (dice < 0.16) {
    request.socket.resetAndDestroy();
  } else if (dice < 0.18) {
    response.writeHead(200, { "Content-Length": 100 });
    response.write("short", () => request.socket.destroy());
  } else if (dice < 0.198) {
    endless(response);
  } else if (dice < 0.2) {
    response.writeHead(429, { "Retry-After": "1" }).end();
  } else {
    response.writeHead(204).end();
  }
}

const server = http.createServer((request, response) => {
  const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("error", () => {});
  response.on("error", () => {});
  request.on("end", () => {
    const id = request.headers["webhook-id"];
    try {
      const event = verify(Buffer.concat(parts).toString("utf8"), request.headers);
      const dice = chance();
      say((dice >= 0.18 && dice < 0.198) || dice >= 0.2 ? "TAKEN" : "REFUSED", id, event.data.id);
      answer(request, response, dice);
    } catch (e) {
      say("INVALID", id, e);
      response.writeHead(400).end();
    }
  });
});

readline
  .createInterface({ input: process.stdin })
  .on("line", (line) => {
    secrets = [line, secrets[0] || line];
    say("TRUSTS", "-", "-");
  })
  .on("close", () => process.exit());
server.listen(0, "127.0.0.1", () => say("LISTENS", server.address().port, "-"));
