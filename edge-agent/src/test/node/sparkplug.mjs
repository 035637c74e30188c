// Sparkplug B as sparkplug-payload (npm) reads and writes it: sparkplug.mjs NODE_MODULES BROKER_URL node|host
//
// node  is the edge node g1/n1 with the device d1. Standard input: "count NUMBER MILLIS". Prints "ready" after its births.
// host  listens to the group hcm1 and prints a line of JSON for each message. Prints "ready" first.
// Both end with their standard input.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const [modules, url, role] = process.argv.slice(2);
const require = createRequire(`${modules}/`);
const mqtt = require("mqtt");
const sparkplug = require("sparkplug-payload").get("spBv1.0");
const { Payload } = require("sparkplug-payload/lib/sparkplugPayloadProto.js").org.eclipse.tahu.protobuf;

const lines = createInterface({ input: process.stdin });
lines.on("close", () => process.exit(0));

if (role === "node") {
  node();
} else {
  host();
}

function node() {
  const bdSeq = { name: "bdSeq", type: "Int64", value: 7 };
  let seq = 0;
  let count = { value: 0, timestamp: 0 };
  const topic = (type, device) => `spBv1.0/g1/${type}/n1${device ? `/${device}` : ""}`;
  const client = mqtt.connect(url, {
    protocolVersion: 5,
    clientId: "other-node",
    will: {
      topic: topic("NDEATH"),
      payload: Buffer.from(sparkplug.encodePayload({ timestamp: Date.now(), metrics: [bdSeq] })),
      qos: 1,
      retain: false,
    },
  });
  const publish = (to, metrics) => {
    const payload = sparkplug.encodePayload({ timestamp: Date.now(), seq, metrics });
    seq = (seq + 1) % 256;
    client.publish(to, Buffer.from(payload), { qos: 0 });
  };
  const births = () => {
    seq = 0;
    publish(topic("NBIRTH"), [bdSeq, { name: "Node Control/Rebirth", type: "Boolean", value: false }]);
    publish(topic("DBIRTH", "d1"), [
      { name: "Counters/Good", alias: 1, type: "Double", ...count },
      { name: "Job/Name", alias: 2, type: "String", value: "brochure", timestamp: count.timestamp },
      { name: "Not/Ours", alias: 3, type: "UInt32", value: 42, timestamp: count.timestamp },
    ]);
  };
  client.on("message", (to, payload) => {
    const metrics = sparkplug.decodePayload(payload).metrics;
    if (metrics.some((metric) => metric.name === "Node Control/Rebirth" && metric.value === true)) {
      births();
    }
  });
  client.on("connect", async () => {
    await client.subscribeAsync(topic("NCMD"), { qos: 1 });
    births();
    console.log("ready");
  });
  lines.on("line", (line) => {
    const [, value, timestamp] = line.split(" ").map(Number);
    count = { value, timestamp };
    publish(topic("DDATA", "d1"), [{ alias: 1, type: "Double", ...count }]);
  });
}

function host() {
  const types = new Map();
  const client = mqtt.connect(url, { protocolVersion: 5, clientId: "other-host" });
  client.on("message", (topic, payload) => {
    const type = topic.split("/")[2];
    const metrics = type.endsWith("BIRTH") || type === "NDEATH" ? born(payload) : data(payload);
    const { seq, timestamp } = Payload.toObject(Payload.decode(payload), { longs: Number });
    console.log(JSON.stringify({ topic, seq, timestamp, metrics }));
  });
  client.on("connect", async () => {
    await client.subscribeAsync("spBv1.0/hcm1/#", { qos: 1 });
    console.log("ready");
  });

  function born(payload) {
    return sparkplug.decodePayload(payload).metrics.map((metric) => {
      const alias = metric.alias === undefined ? undefined : Number(metric.alias);
      if (alias !== undefined) {
        types.set(alias, metric.type);
      }
      return { ...metric, alias, value: plain(metric.value), timestamp: Number(metric.timestamp) };
    });
  }

  // Sparkplug 3.0 leaves types out of data, and the library gives such a metric no value: the birth's type is put in
  function data(payload) {
    const decoded = Payload.decode(payload);
    for (const metric of decoded.metrics) {
      metric.datatype = { Double: 10, String: 12 }[types.get(Number(metric.alias))] ?? 0;
    }
    return sparkplug.decodePayload(Payload.encode(decoded).finish()).metrics.map((metric) => ({
      ...metric,
      alias: Number(metric.alias),
      value: plain(metric.value),
      timestamp: Number(metric.timestamp),
    }));
  }

  function plain(value) {
    return value !== null && typeof value === "object" ? Number(value) : value;
  }
}
