import { blob, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** The one row that makes the database a workspace: one country's response. [G1] */
export const workspaceTable = sqliteTable('workspace', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  country: text('country').notNull(),
  /** Ed25519 public key, base64url; the private key lies in a file beside the database. */
  publicKey: text('public_key').notNull(),
  demo: integer('demo', { mode: 'boolean' }).notNull(),
  createdAt: integer('created_at').notNull(),
})

/** One-time link of a first start; the row goes when it is used. */
export const setupTokensTable = sqliteTable('setup_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  createdAt: integer('created_at').notNull(),
})

export const organisationsTable = sqliteTable('organisations', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const personsTable = sqliteTable(
  'persons',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** Lower case, trimmed. */
    email: text('email').notNull(),
    organisationId: text('organisation_id').references(() => organisationsTable.id),
    /** argon2id in PHC form; none until an invitation is taken up with a password. */
    passwordHash: text('password_hash'),
    /** WebAuthn user handle, random, base64url. */
    userHandle: text('user_handle').notNull(),
    locale: text('locale').notNull(),
    confidentialityConfirmedAt: integer('confidentiality_confirmed_at'),
    /** Set when the person no longer may sign in. */
    suspendedAt: integer('suspended_at'),
    createdAt: integer('created_at').notNull(),
  },
  table => [uniqueIndex('persons_email').on(table.email)],
)

export const passkeysTable = sqliteTable(
  'passkeys',
  {
    /** Credential id, base64url. */
    id: text('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
    counter: integer('counter').notNull(),
    /** JSON array of transports. */
    transports: text('transports').notNull(),
    name: text('name').notNull(),
    createdAt: integer('created_at').notNull(),
    lastUsedAt: integer('last_used_at'),
  },
  table => [index('passkeys_person').on(table.personId)],
)

/** A WebAuthn challenge waits here until it is answered once or expires. */
export const challengesTable = sqliteTable('challenges', {
  /** The challenge itself, base64url. */
  challenge: text('challenge').primaryKey(),
  purpose: text('purpose').notNull(),
  personId: text('person_id').references(() => personsTable.id),
  /** Canonical JSON of what is signed, where the purpose is a signature. */
  statement: text('statement'),
  expiresAt: integer('expires_at').notNull(),
})

export const sessionsTable = sqliteTable(
  'sessions',
  {
    /** SHA-256 of the cookie's token. */
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    method: text('method').notNull(),
    userAgent: text('user_agent').notNull(),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    /** When the suspension of the person ended it: kept to tell them so, and never taken up again. */
    suspendedAt: integer('suspended_at'),
  },
  table => [index('sessions_person').on(table.personId)],
)

export const invitationsTable = sqliteTable(
  'invitations',
  {
    tokenHash: text('token_hash').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    invitedBy: text('invited_by').references(() => personsTable.id),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    acceptedAt: integer('accepted_at'),
    revokedAt: integer('revoked_at'),
  },
  table => [index('invitations_person').on(table.personId)],
)

/** Who held which office when: the signer's right is looked up here. [G1, G11, E5] */
export const officesTable = sqliteTable(
  'offices',
  {
    id: text('id').primaryKey(),
    office: text('office').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => personsTable.id),
    /** The act of appointment, as the Secretariat cites it. */
    act: text('act').notNull(),
    startsAt: integer('starts_at').notNull(),
    endsAt: integer('ends_at'),
  },
  table => [index('offices_person').on(table.personId)],
)

/** Answers kept for a repeated request with the same Idempotency-Key. */
export const idempotencyTable = sqliteTable('idempotency_keys', {
  /** SHA-256 of who asked and the key. */
  id: text('id').primaryKey(),
  requestDigest: text('request_digest').notNull(),
  /** None while the first request is under way. */
  status: integer('status'),
  contentType: text('content_type'),
  body: text('body'),
  createdAt: integer('created_at').notNull(),
})
