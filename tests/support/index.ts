export { demoPassword, startTestServer, type TestServer, type TestServerOptions } from './server.ts'
