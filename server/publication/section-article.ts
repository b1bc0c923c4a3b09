import { html, raw } from 'hono/html'
import { isAdoptedEntry, type AdoptedEntry, type ManifestEntry } from '#shared/endorsement'
import { renderNarrative } from '#shared/narrative'
import {
  componentNumbers,
  objectiveCode,
  type ComponentNumber,
  type FrozenGoal,
  type FrozenIndicator,
  type FrozenObjective,
} from '#shared/plan'
import { renderRedline } from '#shared/redline'
import { digestMark, type Html } from './layout.ts'
import type { Language, Messages } from './messages.ts'
import type { PublishedPlan } from './published.ts'
import { redlineMessages } from './redline-messages.ts'
import type { Since } from './since.ts'
import { voteStatements } from './statements.ts'
import { gradeText, voteTable, voteTallies } from './vote-table.ts'

interface Frame {
  readonly t: Messages
  readonly language: Language
  readonly since: Since | null
}

export function anchorOf(code: string): string {
  return `section-${code}`
}

/** By the code, which says it: `C.2.1` and `Ch.C.2.1` are of the second component. */
export function componentOf(entry: ManifestEntry | undefined): ComponentNumber | null {
  const digit = entry && /(?:^|\.)C\.(\d)\./.exec(entry.code)?.[1]
  return componentNumbers.find(component => String(component) === digit) ?? null
}

/** One section, exactly as adopted; of a waived one, the reason. */
export function sectionArticle(frame: Frame, plan: PublishedPlan, entry: ManifestEntry): Html {
  const { t } = frame
  const heading = html`<h2 id="${anchorOf(entry.code)}-title">
    <span class="code">${entry.code}</span> <span>${entry.title}</span>
  </h2>`
  if (!isAdoptedEntry(entry)) {
    return html`<article class="section section--waived" id="${anchorOf(entry.code)}">
      ${heading}
      <p><em>${t.waived}</em> ${entry.waived}</p>
    </article>`
  }
  const content = plan.contents.get(entry.versionId)
  const labels = { footnotes: t.footnotes, footnote: t.footnote, back: t.footnoteBack }
  const narrative = content
    ? renderNarrative(content.narrative, { idPrefix: `${anchorOf(entry.code)}-`, headingShift: 1, labels })
    : ''
  return html`<article class="section" id="${anchorOf(entry.code)}" aria-labelledby="${anchorOf(entry.code)}-title">
    ${heading}
    <div class="ui-prose">${raw(narrative)}</div>
    ${content && content.framework.goals.length > 0 ? framework(t, plan, entry, content.framework.goals) : ''}
    ${changesSince(frame, plan, entry)} ${provenance(frame, plan, entry)}
  </article>`
}

function framework(t: Messages, plan: PublishedPlan, entry: AdoptedEntry, goals: readonly FrozenGoal[]): Html {
  const shown = goals.filter(goal => goal.text.trim() !== '' || goal.objectives.length > 0)
  return html`<div class="framework">
    ${shown.map(
      (goal, index) =>
        html`<section class="goal">
          <h3>${shown.length > 1 ? t.goalNumbered(index + 1) : t.goal}</h3>
          <p class="goal-text">${goal.text}</p>
          ${goal.targetDate === null ? '' : html`<p class="goal-date">${t.targetDate} <time>${goal.targetDate}</time></p>`}
          ${indicators(t, goal.indicators)}
          ${
            goal.objectives.length === 0
              ? ''
              : html`<h4>${t.objectives}</h4>
                  <ol class="objectives">
                    ${goal.objectives.map(one => objective(t, plan, entry, one))}
                  </ol>`
          }
        </section>`,
    )}
  </div>`
}

function objective(t: Messages, plan: PublishedPlan, entry: AdoptedEntry, one: FrozenObjective): Html {
  return html`<li id="objective-${one.id}">
    <p>
      <span class="letter"><span class="sr">${t.objective} ${entry.code}</span>(${one.letter})</span>
      <span>${one.text}</span>
    </p>
    ${indicators(t, one.indicators)}
    ${
      one.dependsOn.length === 0
        ? ''
        : html`<p class="depends">
            ${t.dependsOn}
            ${one.dependsOn.map((reference, index) => html`${index > 0 ? ', ' : ''}${linkTo(t, plan, reference)}`)}
          </p>`
    }
  </li>`
}

/** A reference is `<section id>/<element id>`; what this version does not hold is named as such. [P5] */
function linkTo(t: Messages, plan: PublishedPlan, reference: string): Html {
  const target = targetOf(plan, reference)
  return target ? html`<a href="#objective-${target.id}">${target.code}</a>` : html`<span>${t.elsewhere}</span>`
}

function targetOf(plan: PublishedPlan, reference: string): { readonly id: string; readonly code: string } | null {
  const [sectionId, elementId] = reference.split('/')
  for (const entry of plan.manifest.sections.filter(isAdoptedEntry)) {
    if (entry.sectionId !== sectionId) continue
    const objectives = plan.contents.get(entry.versionId)?.framework.goals.flatMap(goal => goal.objectives) ?? []
    const target = objectives.find(candidate => candidate.id === elementId)
    if (target) return { id: target.id, code: objectiveCode(entry.code, target.letter) }
  }
  return null
}

/** What became of the section's text since the version published before. [E9] */
function changesSince({ t, language, since }: Frame, plan: PublishedPlan, entry: AdoptedEntry): Html {
  if (!since) return html``
  const words = redlineMessages[language]
  const redline = since.redlines.get(entry.versionId)
  if (!redline) return html`<p class="since">${words[redline === null ? 'same' : 'added'](since.number)}</p>`
  const labels = { ...words.labels, reference: (one: string) => targetOf(plan, one)?.code ?? t.elsewhere }
  return html`<details class="since">
    <summary>${words.changed(since.number)}</summary>
    <p class="small">${words.key}</p>
    <div class="redline-sheet">${raw(renderRedline(redline, { labels, headingShift: 1 }))}</div>
  </details>`
}

function indicators(t: Messages, list: readonly FrozenIndicator[]): Html {
  const told = list.filter(indicator => indicator.text.trim() !== '')
  if (told.length === 0) return html``
  return html`<div class="indicators">
    <p class="label">${t.indicators}</p>
    <ul>
      ${told.map(indicator => html`<li>${indicator.text}</li>`)}
    </ul>
  </div>`
}

/** Which vote adopted the text, what seats said to it, and by which digest it can be told. */
function provenance(frame: Frame, plan: PublishedPlan, entry: AdoptedEntry): Html {
  const { t } = frame
  const vote = plan.votes.get(entry.motionId)
  return html`<footer class="provenance">
    <p>${t.adoptedBy(entry.group)}. ${gradeText(t, entry.grade)}.</p>
    ${
      vote
        ? html`${voteTallies(t, vote)}
            <details>
              <summary>${t.vote.byOrganisation}</summary>
              ${voteTable(t, vote, `${entry.code} ${entry.title}`)}
            </details>
            ${voteStatements(frame, vote)}`
        : ''
    }
    <p class="provenance-digest"><span class="label">${t.digest}</span> ${digestMark(entry.digest)}</p>
  </footer>`
}
