import { html } from 'hono/html'
import type { Grade, MethodName, Tally } from '#shared/motion'
import type { Html } from './layout.ts'
import type { Messages } from './messages.ts'
import type { PublishedVote } from './published.ts'

export function gradeText(t: Messages, grade: Grade | null): string {
  if (!grade) return ''
  const level = t.vote.levels[grade.level]
  return grade.suffix === null ? level : `${level}, ${t.vote.suffixes[grade.suffix]}`
}

/** The whole and the NGO seats side by side: one never stands without the other. */
export function voteTallies(t: Messages, { decision, method }: PublishedVote): Html {
  return html`<dl class="tallies">
    ${tallyOf(t, t.vote.all, decision.tally, 'all', method)}
    ${tallyOf(t, t.vote.ngo, decision.tallyByConstituency.NGO, 'ngo', method)}
  </dl>`
}

function tallyOf(t: Messages, label: string, counts: Tally, kind: 'all' | 'ngo', method: MethodName): Html {
  return html`<div class="tally tally--${kind}">
    <dt>${label}</dt>
    <dd>
      <span aria-hidden="true">${figureOf(counts, method)}</span>
      <span class="tally-words">${t.vote.summaries[method](counts)}</span>
    </dd>
  </div>`
}

/** In the order in which the words beside it name the choices. */
function figureOf({ yes, no, abstain, notCast }: Tally, method: MethodName): string {
  if (method === 'SILENCE') return `${notCast}–${no}–${abstain}`
  return method === 'CONSENSUS' ? `${yes}–${abstain}–${no}` : `${yes}–${no}–${abstain}`
}

/** Ballots by organisation. Names of persons are withheld. [E10] */
export function voteTable(t: Messages, vote: PublishedVote, caption: string): Html {
  return html`<table class="ballots">
    <caption>
      <span class="sr">${t.vote.byOrganisation}: ${caption}</span>
    </caption>
    <thead>
      <tr>
        <th scope="col">${t.vote.organisation}</th>
        <th scope="col">${t.vote.constituency}</th>
        <th scope="col">${t.vote.ballot}</th>
      </tr>
    </thead>
    <tbody>
      ${vote.seats.map(
        seat =>
          html`<tr>
            <th scope="row">${seat.organisation}</th>
            <td>
              <span class="constituency constituency--${seat.constituency}"
                >${t.vote.constituencies[seat.constituency]}</span
              >
            </td>
            <td class="ballot ballot--${seat.choice}">${choiceText(t, seat.choice, vote.method)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}

/** Where silence decides, saying nothing is no absence. [V11] */
function choiceText(t: Messages, choice: PublishedVote['seats'][number]['choice'], method: MethodName): string {
  return choice === 'NOT_CAST' && method === 'SILENCE' ? t.vote.silent : t.vote.choices[choice]
}
