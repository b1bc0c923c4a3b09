import { html } from 'hono/html'
import type { Decision, Grade, Tally } from '#shared/motion'
import type { Html } from './layout.ts'
import type { Messages } from './messages.ts'
import type { PublishedVote } from './published.ts'

export function gradeText(t: Messages, grade: Grade | null): string {
  if (!grade) return ''
  const level = t.vote.levels[grade.level]
  return grade.suffix === null ? level : `${level}, ${t.vote.suffixes[grade.suffix]}`
}

/** The whole and the NGO seats side by side: one never stands without the other. */
export function voteTallies(t: Messages, decision: Decision): Html {
  return html`<dl class="tallies">
    ${tallyOf(t, t.vote.all, decision.tally, 'all')} ${tallyOf(t, t.vote.ngo, decision.tallyByConstituency.NGO, 'ngo')}
  </dl>`
}

function tallyOf(t: Messages, label: string, { yes, no, abstain }: Tally, kind: 'all' | 'ngo'): Html {
  return html`<div class="tally tally--${kind}">
    <dt>${label}</dt>
    <dd>
      <span aria-hidden="true">${yes}–${no}–${abstain}</span>
      <span class="tally-words">${t.vote.summary(yes, no, abstain)}</span>
    </dd>
  </div>`
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
            <td class="ballot ballot--${seat.choice}">${t.vote.choices[seat.choice]}</td>
          </tr>`,
      )}
    </tbody>
  </table>`
}
