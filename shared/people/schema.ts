/** Bodies and answers of the people, session and set-up routes. Server only: the browser takes their types alone. */
import { z } from 'zod'
import type { GroupId, OrganisationId, PersonId, SeatId } from '#shared/core'
import { id, instant } from '#shared/core/schema'
import { constituencies } from '#shared/group'
import {
  appointmentActLimit,
  countryLimit,
  emailLimit,
  organisationNameLimit,
  passkeyNameLimit,
  passwordLimit,
  passwordMinimum,
  personNameLimit,
  workspaceNameLimit,
} from './limits.ts'
import { offices, organisationKinds } from './people.ts'

const personId = id<PersonId>()
const organisationId = id<OrganisationId>()
/** Tells two things of one name apart only by what a reader can see. */
const line = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .regex(/^[^\p{Cc}]*$/u, 'one line of text')
/** Kept in lower case: mail systems that tell cases apart are rarer than people who type them differently. */
const email = z
  .string()
  .trim()
  .max(emailLimit)
  .regex(/^[^\s@<>"(),;:\\]+@[^\s@<>"(),;:\\]+\.[^\s@<>"(),;:\\]+$/, 'an e-mail address')
  .transform(text => text.toLowerCase())
const newPassword = z.string().min(passwordMinimum).max(passwordLimit)
const givenPassword = z.string().min(1).max(passwordLimit)
/** 256 bits in base64url. */
export const tokenSchema = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

// Directory

export const organisationBody = z.strictObject({ name: line(organisationNameLimit), kind: z.enum(organisationKinds) })
export const organisationChange = z.strictObject({ name: line(organisationNameLimit) })
export const personBody = z.strictObject({
  name: line(personNameLimit),
  email,
  organisationId: organisationId.nullable(),
})
export const personChange = z
  .strictObject({ name: line(personNameLimit), email, organisationId: organisationId.nullable() })
  .partial()
export const appointmentBody = z.strictObject({
  office: z.enum(offices),
  personId,
  act: line(appointmentActLimit),
  startsAt: instant,
  endsAt: instant.nullable(),
})

export const organisationAnswer = z.object({
  id: organisationId,
  name: z.string(),
  kind: z.enum(organisationKinds),
})
export const organisationListAnswer = z.array(organisationAnswer.extend({ persons: z.number().int() }))
export const personAnswer = z.object({
  id: personId,
  name: z.string(),
  email: z.string(),
  organisation: organisationAnswer.nullable(),
  offices: z.array(z.enum(offices)),
  access: z.enum(['active', 'invited', 'expired', 'notInvited', 'suspended']),
  invitationExpiresAt: instant.nullable(),
  lastSeenAt: instant.nullable(),
  confidentialityConfirmedAt: instant.nullable(),
})
export const officeTermAnswer = z.object({
  id: z.string(),
  office: z.enum(offices),
  person: z.object({ id: personId, name: z.string(), organisation: z.string().nullable() }),
  act: z.string(),
  startsAt: instant,
  endsAt: instant.nullable(),
  inForce: z.boolean(),
})
/** The link is told this once; only its hash is kept. */
export const invitationLinkAnswer = z.object({ url: z.string(), expiresAt: instant })

// Session

export const signInBody = z.strictObject({ email: z.string().trim().max(emailLimit), password: givenPassword })

const base64url = z
  .string()
  .max(16_384)
  .regex(/^[A-Za-z0-9_-]*$/)
const attachment = z.enum(['platform', 'cross-platform'])
const extensionResults = z.looseObject({})
/** AuthenticationResponseJSON of WebAuthn level 3. */
export const assertionBody = z.strictObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment.nullish(),
  clientExtensionResults: extensionResults,
  response: z.strictObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
})
/** RegistrationResponseJSON of WebAuthn level 3. */
export const attestationBody = z.strictObject({
  id: base64url,
  rawId: base64url,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment.nullish(),
  clientExtensionResults: extensionResults,
  response: z.strictObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    authenticatorData: base64url.optional(),
    transports: z.array(z.string().max(32)).max(10).optional(),
    publicKeyAlgorithm: z.number().int().optional(),
    publicKey: base64url.optional(),
  }),
})
export const passkeyBody = z.strictObject({ name: line(passkeyNameLimit), response: attestationBody })
export const passkeyChange = z.strictObject({ name: line(passkeyNameLimit) })
export const passkeyAnswer = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
})

export const sessionAnswer = z.object({
  id: z.string(),
  current: z.boolean(),
  method: z.enum(['password', 'passkey', 'invitation', 'setup']),
  userAgent: z.string(),
  createdAt: instant,
  lastSeenAt: instant,
})

export const meAnswer = z.object({
  person: z.object({ id: personId, name: z.string(), email: z.string(), locale: z.string() }),
  organisation: organisationAnswer.nullable(),
  offices: z.array(z.enum(offices)),
  seats: z.array(
    z.object({
      seatId: id<SeatId>(),
      groupId: id<GroupId>(),
      groupName: z.string(),
      label: z.string(),
      organisationName: z.string(),
      constituency: z.enum(constituencies),
      rank: z.enum(['head', 'alternate']),
    }),
  ),
  chairs: z.array(id<GroupId>()),
  confidentialityConfirmedAt: instant.nullable(),
  workspace: z.object({ name: z.string(), country: z.string(), demo: z.boolean() }),
})
export const meChange = z.strictObject({ name: line(personNameLimit), locale: z.enum(['en', 'fr']) }).partial()
export const passwordChange = z.strictObject({ current: givenPassword.nullable(), next: newPassword })
export const confidentialityAnswer = z.object({ version: z.string(), confirmedAt: instant.nullable() })
export const confidentialityBody = z.strictObject({ version: z.string().max(20) })

export const invitationAnswer = z.object({
  name: z.string(),
  email: z.string(),
  organisation: z.string().nullable(),
  workspace: z.object({ name: z.string(), country: z.string() }),
  expiresAt: instant,
})
export const acceptanceBody = z.union([
  z.strictObject({ password: newPassword }),
  z.strictObject({ passkey: passkeyBody }),
])

/** The workspace as anybody may know it, before signing in. */
export const workspaceAnswer = z.object({
  setUp: z.boolean(),
  name: z.string().nullable(),
  country: z.string().nullable(),
  demo: z
    .object({
      /** Null where the operator chose one of their own: it is typed, not told. */
      password: z.string().nullable(),
      accounts: z.array(
        z.object({
          email: z.string(),
          name: z.string(),
          organisation: z.string().nullable(),
          part: z.enum(['office', 'chair', 'state', 'ngo', 'partner', 'observer', 'alternate']),
          office: z.enum(offices).nullable(),
          /** Groups chaired, by name. */
          chairs: z.array(z.string()),
        }),
      ),
    })
    .nullable(),
})

// Set-up

const setupPerson = z.strictObject({ name: line(personNameLimit), email })
const organisationKey = z.string().regex(/^[a-z0-9-]{1,40}$/)

export const setupBody = z.strictObject({
  token: tokenSchema,
  country: line(countryLimit),
  workspaceName: line(workspaceNameLimit),
  secretariat: setupPerson.extend({ password: newPassword, organisationName: line(organisationNameLimit) }),
  nationalCoordinator: setupPerson
    .extend({
      organisationName: line(organisationNameLimit),
      act: line(appointmentActLimit),
      /** The template line the Co-ordinator's organisation fills, if any. */
      line: organisationKey.nullable(),
    })
    .nullable(),
  /** What stands on each line of the NWG's composition; a line left out is vacant. [G9] */
  lines: z
    .array(
      z.discriminatedUnion('state', [
        z.strictObject({ key: organisationKey, state: z.literal('notApplicable') }),
        z.strictObject({
          key: organisationKey,
          state: z.literal('filled'),
          organisationName: line(organisationNameLimit),
          head: setupPerson.nullable(),
        }),
      ]),
    )
    .max(60),
  /** Thematic groups, their seats by the line whose organisation sits there. [G8] */
  thematicGroups: z
    .array(
      z.strictObject({
        code: organisationKey,
        lines: z.array(organisationKey).max(60),
        chairLine: organisationKey.nullable(),
      }),
    )
    .max(10),
})
export const setupAnswer = z.object({
  invitations: z.array(z.object({ name: z.string(), organisation: z.string(), url: z.string(), expiresAt: instant })),
})

export type PersonBody = z.output<typeof personBody>
export type PersonChange = z.output<typeof personChange>
export type OrganisationBody = z.output<typeof organisationBody>
export type AppointmentBody = z.output<typeof appointmentBody>
export type AssertionBody = z.output<typeof assertionBody>
export type AttestationBody = z.output<typeof attestationBody>
export type SetupBody = z.output<typeof setupBody>
export type SetupInput = z.input<typeof setupBody>
export type AcceptanceBody = z.output<typeof acceptanceBody>
export type WorkspaceAnswer = z.output<typeof workspaceAnswer>
export type SessionAnswer = z.output<typeof sessionAnswer>
export type PasskeyAnswer = z.output<typeof passkeyAnswer>
export type InvitationAnswer = z.output<typeof invitationAnswer>
