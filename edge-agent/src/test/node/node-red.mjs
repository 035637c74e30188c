// Writes the flow of Node-RED that does an agent's work: node-red.mjs OPC_UA_URL NAMESPACE_INDEX MACHINE TAGS PUBLISH_MILLIS INFLUX_PORT
// DATABASE USER PASSWORD FOLDER. Tags are subscribed one by one, gathered up to 1,000 or a second, and written as one batch.
import { writeFileSync } from "node:fs";

const [url, namespace, machine, tags, millis, port, database, user, password, folder] = process.argv.slice(2);

const subscribe = `
const all = [];
for (let i = 0; i < ${tags}; i++) {
  all.push({ topic: "ns=${namespace};s=${machine}/load.tag" + i, interval: ${millis / 2}, queueSize: 20 });
}
return [all];`;
const point = `
return { payload: [
  { value: msg.payload, time: new Date(msg.sourceTimestamp) },
  { plant: "bench", machine: "${machine}", metric: msg.topic.split("/").pop() },
] };`;
const batch = `
return { payload: msg.payload.map(([fields, tags]) => ({
  measurement: "machine", fields: { value: fields.value }, tags, timestamp: fields.time })) };`;

// ids must differ from every other word of a node: Node-RED takes an equal one for a reference
const flow = [
  { id: "t0", type: "tab", label: "agent" },
  { id: "n1", type: "inject", z: "t0", once: true, onceDelay: 2, repeat: "", props: [], wires: [["n2"]] },
  { id: "n2", type: "function", z: "t0", func: subscribe, outputs: 1, wires: [["n3"]] },
  {
    id: "n3", type: "OpcUa-Client", z: "t0", endpoint: "c1", action: "subscribe", name: "press",
    time: millis, timeUnit: "ms", certificate: "n", deadbandtype: "a", deadbandvalue: 1, useTransport: false,
    maxChunkCount: 1, maxMessageSize: 8192, receiveBufferSize: 8192, sendBufferSize: 8192, setstatusandtime: false,
    keepsessionalive: true, wires: [["n4"], [], []],
  },
  { id: "n4", type: "function", z: "t0", func: point, outputs: 1, wires: [["n5"]] },
  {
    id: "n5", type: "join", z: "t0", mode: "custom", build: "array", property: "payload", propertyType: "msg",
    count: "1000", timeout: "1", accumulate: false, wires: [["n6"]],
  },
  { id: "n6", type: "function", z: "t0", func: batch, outputs: 1, wires: [["n7"]] },
  { id: "n7", type: "influxdb batch", z: "t0", influxdb: "c2", precision: "ms", retentionPolicy: "", wires: [] },
  { id: "c1", type: "OpcUa-Endpoint", endpoint: url, secpol: "None", secmode: "None", none: true, login: false },
  { id: "c2", type: "influxdb", hostname: "127.0.0.1", port, protocol: "http", database, name: "InfluxDB", usetls: false,
    influxdbVersion: "1.x" },
];

writeFileSync(`${folder}/flows.json`, JSON.stringify(flow, null, 2));
writeFileSync(`${folder}/flows_cred.json`, JSON.stringify({ c2: { username: user, password } }));
writeFileSync(`${folder}/settings.js`, `module.exports = { flowFile: "flows.json", credentialSecret: false, uiHost: "127.0.0.1",
  uiPort: Number(process.env.NODE_RED_PORT), logging: { console: { level: "warn" } } };\n`);
