import { html } from 'hono/html'
import { dateIn, type Html } from './layout.ts'
import type { Language, Messages } from './messages.ts'
import type { PublishedStatement, PublishedVote } from './published.ts'
import { statementMessages } from './statement-messages.ts'

interface Frame {
  readonly t: Messages
  readonly language: Language
}

/** What seats said to a vote, printed with its text; no person is named. [V9, V13, E10] */
export function voteStatements(frame: Frame, { statements }: PublishedVote): Html {
  if (statements.length === 0) return html``
  const words = statementMessages[frame.language]
  return html`<section class="statements">
    <h3>${words.title}</h3>
    <p class="small">${words.lead}</p>
    <ul>
      ${statements.map(one => statement(frame, one))}
    </ul>
  </section>`
}

function statement({ t, language }: Frame, said: PublishedStatement): Html {
  const { kinds, filed, afterCertification } = statementMessages[language]
  const when = said.afterCertification ? afterCertification : filed
  const paragraphs = said.text.split(/\n+/).filter(line => line.trim() !== '')
  return html`<li class="statement statement--${said.constituency}">
    <h4>
      <span class="statement-kind">${kinds[said.kind]}</span>
      <span>${said.organisation}</span>
      <span class="constituency constituency--${said.constituency}">${t.vote.constituencies[said.constituency]}</span>
    </h4>
    ${paragraphs.length === 0 ? '' : html`<blockquote>${paragraphs.map(line => html`<p>${line}</p>`)}</blockquote>`}
    <p class="small">${when(dateIn(language, said.at), said.number)}</p>
  </li>`
}
