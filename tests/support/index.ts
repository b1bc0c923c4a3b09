export { demoPassword, startTestServer, type TestServer, type TestServerOptions } from './server.ts'
export { spoilText } from './damage.ts'
export { openText, type LiveText } from './live-text.ts'
export { enterHouse, sure, type House } from './decisions.ts'
