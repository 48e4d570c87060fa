// Marionette, the protocol beneath geckodriver: a TCP socket, messages as `LENGTH:[type, id, …]`. Spoken directly it
// needs no driver (geckodriver is no package of any registry, and takes minutes to build).
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html

import { connect } from "node:net";

const COMMAND = 0;

export class Marionette {
  #last = 0;
  #pending = /** @type {Map<number, { resolve: (value: any) => void, reject: (error: Error) => void }>} */ (new Map());
  #socket;
  #rest = Buffer.alloc(0);

  /** @param {import("node:net").Socket} socket */
  constructor(socket) {
    this.#socket = socket;
    socket.on("data", (data) => this.#read(Buffer.from(data)));
    socket.on("close", () => this.#abandon());
    socket.on("error", () => this.#abandon());
  }

  /** @param {number} port @returns {Promise<Marionette>} */
  static open(port) {
    return new Promise((resolve, reject) => {
      const socket = connect(port, "127.0.0.1", () => resolve(new Marionette(socket)));
      socket.once("error", reject);
    });
  }

  /** @param {string} name @param {object} [parameters] @returns {Promise<any>} */
  send(name, parameters = {}) {
    const id = (this.#last += 1);
    const answer = new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject }));
    const message = Buffer.from(JSON.stringify([COMMAND, id, name, parameters]));
    this.#socket.write(Buffer.concat([Buffer.from(`${message.length}:`), message]));
    return answer.catch((error) => {
      throw new Error(`${name}: ${error.message}`);
    });
  }

  close() {
    this.#socket.destroy();
  }

  /** @param {Buffer} data */
  #read(data) {
    this.#rest = Buffer.concat([this.#rest, data]);
    for (;;) {
      const colon = this.#rest.indexOf(":");
      const length = Number(this.#rest.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || this.#rest.length < colon + 1 + length) return;
      const message = JSON.parse(this.#rest.subarray(colon + 1, colon + 1 + length).toString());
      this.#rest = this.#rest.subarray(colon + 1 + length);
      // The first message is a greeting and no answer.
      if (Array.isArray(message)) this.#receive(message);
    }
  }

  /** @param {any[]} message */
  #receive([, id, error, result]) {
    const waiting = this.#pending.get(id);
    this.#pending.delete(id);
    if (error === null) waiting?.resolve(result);
    else waiting?.reject(new Error(`${error.error}: ${error.message}`));
  }

  #abandon() {
    for (const { reject } of this.#pending.values()) reject(new Error("the browser has ended"));
    this.#pending.clear();
  }
}
