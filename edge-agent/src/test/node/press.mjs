// A press as node-opcua serves it: press.mjs NODE_MODULES PORT FOLDER PASSWORD. Prints "ready"; ends with its standard input.
import { createRequire } from "node:module";

const [modules, port, folder, password] = process.argv.slice(2);
const opcua = createRequire(`${modules}/`)("node-opcua");

const certificates = new opcua.OPCUACertificateManager({
  rootFolder: `${folder}/pki`,
  automaticallyAcceptUnknownCertificate: true,
});
await certificates.initialize();
const server = new opcua.OPCUAServer({
  hostname: "127.0.0.1",
  port: Number(port),
  resourcePath: "/press",
  serverInfo: { applicationUri: "urn:node-opcua:press" },
  buildInfo: { productName: "press" },
  serverCertificateManager: certificates,
  securityModes: [opcua.MessageSecurityMode.Sign, opcua.MessageSecurityMode.SignAndEncrypt],
  securityPolicies: [
    opcua.SecurityPolicy.Basic256Sha256,
    opcua.SecurityPolicy.Aes128_Sha256_RsaOaep,
    opcua.SecurityPolicy.Aes256_Sha256_RsaPss,
  ],
  allowAnonymous: false,
  userManager: { isValidUser: (user, given) => user === "nhain" && given === password },
});
await server.initialize();

const space = server.engine.addressSpace;
const namespace = space.registerNamespace("http://example.com/press/");
const press = namespace.addObject({ organizedBy: space.rootFolder.objects, browseName: "Press9" });
const good = namespace.addVariable({
  componentOf: press,
  browseName: "GoodSheets",
  nodeId: "s=Press9.GoodSheets",
  dataType: "UInt32",
});
const speed = namespace.addAnalogDataItem({
  componentOf: press,
  browseName: "MainSpeed",
  nodeId: "s=Press9.MainSpeed",
  engineeringUnitsRange: { low: 0, high: 18000 },
  engineeringUnits: opcua.standardUnits.percent,
  dataType: "Double",
});

let count = 0;
function turn() {
  count += 1;
  good.setValueFromSource({ dataType: opcua.DataType.UInt32, value: count });
  speed.setValueFromSource({ dataType: opcua.DataType.Double, value: 9000 + (count % 100) });
}
turn();
setInterval(turn, 100);
await server.start();
console.log("ready");
process.stdin.resume();
process.stdin.on("end", () => process.exit(0));
