/** The demonstration workspace over its API: anybody's requests, and the way of a text through its group act by act. */
import type { JointActInput } from '#shared/motion/schema'
import type { TestServer } from './server.ts'

type Answer = { readonly status: number; readonly body: any }

type VotedKind = 'sectionVersion' | 'planVersion' | 'termsVersion' | 'amendment'

export interface House {
  cookie(role: string): Promise<string>
  as(role: string, method: string, path: string, body?: unknown): Promise<Answer>
  sectionId(code: string): Promise<string>
  /** Submits the section's live text as it stands. @returns the version's id */
  submit(code: string): Promise<string>
  /** Opens a roll call with every seat present. @returns the motion's id */
  openVote(chair: string, subjectKind: VotedKind, subjectId: string): Promise<string>
  /** One YES per seat of the electorate, by its first accredited person. */
  castAllYes(motionId: string, observer: string): Promise<void>
  /** YES of every seat, NO of the NGO seats. */
  castOpposed(motionId: string, observer: string): Promise<void>
  close(chair: string, motionId: string): Promise<Answer>
  /** An act of two: asked for by one, confirmed by the other. @returns the answer to the confirmation, or to a refused ask */
  together(motionId: string, act: JointActInput, one: string, other: string): Promise<Answer>
  /** Submits, votes and closes. @returns the version's id */
  adoptSection(code: string): Promise<string>
  /** Adopts whatever of the plan is not adopted yet. */
  adoptAll(kind: 'nap' | 'children'): Promise<void>
  /** Assembles a candidate and has its group adopt it. @returns the plan version's id */
  adoptPlan(kind: 'nap' | 'children'): Promise<string>
}

const voters = [
  ...['interior', 'foreign-affairs', 'labour', 'welfare', 'health', 'justice', 'finance', 'education', 'prosecutor'],
  ...[
    'police-academy',
    'judicial-training',
    'labour-inspectorate',
    'statistics',
    'child-agency',
    'unions',
    'employers',
  ],
  ...['ngo-shelter', 'ngo-hotline', 'ngo-legal-aid', 'ngo-children'],
  ...['chair-prevention', 'chair-protection', 'chair-prosecution', 'chair-children'],
]

/** Who submits for the group and who chairs it. */
const offices: Readonly<Record<string, { readonly chair: string; readonly member: string }>> = {
  nwg: { chair: 'coordinator', member: 'interior' },
  prevention: { chair: 'chair-prevention', member: 'labour' },
  protection: { chair: 'chair-protection', member: 'welfare' },
  prosecution: { chair: 'chair-prosecution', member: 'prosecutor' },
  children: { chair: 'chair-children', member: 'child-agency' },
}

export function enterHouse(server: TestServer): House {
  const cookies = new Map<string, Promise<string>>()
  let personRoles: Promise<Map<string, string>> | null = null

  const cookie = (role: string): Promise<string> => {
    const known = cookies.get(role) ?? server.signIn(role)
    cookies.set(role, known)
    return known
  }
  const as = async (role: string, method: string, path: string, body?: unknown) =>
    server.call(await cookie(role), method, path, body)

  async function rolesOfPersons(): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    for (const role of voters) found.set((await sure(as(role, 'GET', '/api/me'))).person.id, role)
    return found
  }
  async function roleOf(personId: string): Promise<string> {
    personRoles ??= rolesOfPersons()
    const role = (await personRoles).get(personId)
    if (role === undefined) throw new Error(`no demonstration account for ${personId}`)
    return role
  }
  async function outline(kind: 'nap' | 'children') {
    const plans: any[] = await sure(as('secretariat', 'GET', '/api/plans'))
    return plans.find(plan => plan.kind === kind)
  }
  async function sectionOf(code: string) {
    for (const kind of ['nap', 'children'] as const) {
      const section = (await outline(kind)).sections.find((candidate: any) => candidate.code === code)
      if (section) return section
    }
    throw new Error(`no section ${code}`)
  }
  const officesOf = (section: any) => {
    const found = offices[section.group.code]
    if (!found) throw new Error(`no offices for ${section.group.code}`)
    return found
  }

  async function submit(code: string): Promise<string> {
    const section = await sectionOf(code)
    const { member } = officesOf(section)
    const { digest } = await sure(as(member, 'GET', `/api/sections/${section.id}/preview`))
    return (await sure(as(member, 'POST', `/api/sections/${section.id}/versions`, { digest }))).id
  }
  async function openVote(chair: string, subjectKind: VotedKind, subjectId: string) {
    const preflight = await sure(
      as(chair, 'GET', `/api/motions/preflight?subjectKind=${subjectKind}&subjectId=${subjectId}`),
    )
    const roll = preflight.seats.map((seat: any) => seat.seatId)
    const closesAt = preflight.closesAt.meeting
    return (await sure(as(chair, 'POST', '/api/motions', { subjectKind, subjectId, mode: 'meeting', roll, closesAt })))
      .id
  }
  const castAllYes = (motionId: string, observer: string) => castAll(motionId, observer, 'YES')
  const castOpposed = (motionId: string, observer: string) => castAll(motionId, observer, 'NO')
  async function castAll(motionId: string, observer: string, ofNgos: 'YES' | 'NO') {
    const motion = await sure(as(observer, 'GET', `/api/motions/${motionId}`))
    for (const seat of motion.roster) {
      const role = await roleOf(seat.accredited[0].personId)
      const choice = seat.constituency === 'NGO' ? ofNgos : 'YES'
      const ballot = { seatId: seat.seatId, choice, digest: motion.subject.digest }
      await sure(as(role, 'POST', `/api/motions/${motionId}/ballots`, ballot))
    }
  }
  const close = (chair: string, motionId: string) => as(chair, 'POST', `/api/motions/${motionId}/close`)

  async function together(motionId: string, act: JointActInput, one: string, other: string) {
    const asked = await as(one, 'POST', `/api/motions/${motionId}/joint-acts`, act)
    if (asked.status >= 300) return asked
    return as(other, 'POST', `/api/motions/${motionId}/joint-acts/${asked.body.id}/confirmation`)
  }

  async function adopt(chair: string, subjectKind: VotedKind, subjectId: string) {
    const motionId = await openVote(chair, subjectKind, subjectId)
    await castAllYes(motionId, chair)
    await sure(close(chair, motionId))
  }
  async function adoptSection(code: string): Promise<string> {
    const versionId = await submit(code)
    await adopt(officesOf(await sectionOf(code)).chair, 'sectionVersion', versionId)
    return versionId
  }

  return {
    cookie,
    as,
    sectionId: async code => (await sectionOf(code)).id,
    submit,
    openVote,
    castAllYes,
    castOpposed,
    close,
    together,
    adoptSection,
    async adoptAll(kind) {
      for (const section of (await outline(kind)).sections) {
        const { state } = section.standing
        if (state === 'adopted' || state === 'waived') continue
        if (state === 'submitted') await adopt(officesOf(section).chair, 'sectionVersion', section.version.id)
        else await adoptSection(section.code)
      }
    },
    async adoptPlan(kind) {
      const { id: planId } = await outline(kind)
      const assembler = kind === 'nap' ? 'secretariat' : 'chair-children'
      const { id } = await sure(as(assembler, 'POST', '/api/plan-versions', { planId }))
      await adopt(kind === 'nap' ? 'coordinator' : 'chair-children', 'planVersion', id)
      return id
    },
  }
}

/** The body of an answer that was no refusal. */
export async function sure(answer: Promise<Answer>): Promise<any> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`refused with ${status}: ${JSON.stringify(body)}`)
  return body
}
