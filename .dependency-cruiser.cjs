/** The directions that hold the house up: `client → shared ← server`. See ARCHITECTURE.md. */
const slice = '([^/]+)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-is-pure',
      comment: 'shared/ knows neither side, no I/O, no framework',
      severity: 'error',
      from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(client|server|tests|scripts)/|^node:|node_modules/(hono|@hono|drizzle-orm|better-sqlite3|solid-js|ws|y-websocket|@node-rs)/',
      },
    },
    {
      name: 'client-not-server',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/api/' },
      to: { path: '^server/' },
    },
    {
      name: 'client-api-types-only',
      comment: 'the one thing the client takes from the server is the type of its routes',
      severity: 'error',
      from: { path: '^client/api/' },
      to: { path: '^server/', dependencyTypesNot: ['type-only'] },
    },
    { name: 'server-not-client', severity: 'error', from: { path: '^server/' }, to: { path: '^client/' } },
    {
      name: 'slices-by-their-index',
      comment: "a slice imports another slice's index.ts, never its insides",
      severity: 'error',
      from: { path: `^(server|client|shared)/${slice}/` },
      to: {
        path: `^$1/${slice}/.+`,
        pathNot: `^$1/($2/|api/[^/]+\\.ts$|[a-z]+/[A-Za-z]+Page\\.tsx$|.+/(index|schema)\\.ts$)`,
      },
    },
    {
      name: 'from-outside-by-index',
      severity: 'error',
      from: { path: '^(client|server)/' },
      to: { path: '^shared/[^/]+/.+', pathNot: '^shared/.+/(index|schema)\\.ts$|^shared/[^/]+/(index|schema)\\.ts$' },
    },
    {
      name: 'one-database-driver',
      severity: 'error',
      from: { pathNot: '^(server/db|tests)/' },
      to: { path: 'node_modules/better-sqlite3/' },
    },
    {
      name: 'one-websocket-server',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/sync/' },
      to: { path: 'node_modules/ws/' },
    },
    {
      name: 'one-websocket-client',
      severity: 'error',
      from: { path: '^client/', pathNot: '^client/sync/' },
      to: { path: 'node_modules/y-websocket/' },
    },
    {
      name: 'queries-in-stores',
      comment: 'only a store (and the record, and the idempotency keys) speaks to tables',
      severity: 'error',
      from: {
        path: '^server/',
        pathNot: [
          '^server/db/',
          '^server/[a-z/]+/[a-z-]*store\\.ts$',
          '^server/record/append\\.ts$',
          '^server/http/idempotency\\.ts$',
        ],
      },
      to: { path: 'node_modules/drizzle-orm/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.test\\.tsx?$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.css'],
    },
  },
}
