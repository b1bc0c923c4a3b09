/** An endorsed plan as a page: the text section by section exactly as adopted, and what it rests on. [E10] */
import { html } from 'hono/html'
import { isAdoptedEntry, type ManifestEntry } from '#shared/endorsement'
import type { ComponentNumber } from '#shared/plan'
import { dateIn, digestMark, layout, timeIn, type Html, type PageFrame } from './layout.ts'
import type { PublishedPlan } from './published.ts'
import type { Since } from './since.ts'
import { anchorOf, componentOf, sectionArticle } from './section-article.ts'
import { voteStatements } from './statements.ts'
import { gradeText, voteTable, voteTallies } from './vote-table.ts'

export type PlanFrame = Omit<PageFrame, 'title'> & {
  /** Number of the latest published version of this plan. */
  readonly latest: number
  /** Null for the first. */
  readonly since: Since | null
  readonly publicKey: string
}

export function planPage(frame: PlanFrame, plan: PublishedPlan): Html {
  const { t, language } = frame
  const { version, manifest, act } = plan
  const parts = manifest.sections.map((entry, index) => {
    const component = componentOf(entry)
    const opensComponent = component !== null && component !== componentOf(manifest.sections[index - 1])
    return html`${opensComponent ? componentHeading(frame, component) : ''}${sectionArticle(frame, plan, entry)}`
  })
  return layout(
    { ...frame, title: manifest.plan.title, description: t.indexLead },
    html`<main class="plan">
      <div class="cover">
        <p class="eyebrow">${frame.country}</p>
        <h1>${manifest.plan.title}</h1>
        <p class="cover-line">
          ${t.version(version.number)} <span aria-hidden="true">·</span> ${t.endorsedOn(dateIn(language, act.at))}
          <span aria-hidden="true">·</span> ${t.published(dateIn(language, version.publishedAt))}
        </p>
        ${
          frame.latest > version.number
            ? html`<p class="later">
                ${t.laterExists}
                <a href="/published/${version.kind}/${frame.latest}?lang=${language}">${t.laterLink}</a>
              </p>`
            : ''
        }
        ${actCard(frame, plan)}
      </div>
      ${contents(frame, plan)}
      <div id="content" class="text" tabindex="-1">
        ${parts} ${manifest.annex ? html`<p class="annex">${t.annex(manifest.annex.number)}</p>` : ''}
        ${wholeVote(frame, plan)} ${verification(frame, plan)}
      </div>
    </main>`,
  )
}

function componentHeading({ t }: PlanFrame, component: ComponentNumber): Html {
  return html`<p class="component"><span>${component}</span> ${t.components[component]}</p>`
}

function actCard({ t, language }: PlanFrame, { act, statement, version }: PublishedPlan): Html {
  return html`<section class="act" aria-labelledby="act">
    <h2 id="act">${t.act.title}</h2>
    <dl>
      <div>
        <dt>${t.act.office}</dt>
        <dd>${t.act.nationalCoordinator}</dd>
      </div>
      <div>
        <dt>${t.act.time}</dt>
        <dd>${timeIn(language, act.at)}</dd>
      </div>
      <div>
        <dt>${t.act.method}</dt>
        <dd>${t.act.methods[act.method]}</dd>
      </div>
      ${
        statement.as === undefined
          ? ''
          : html`<div>
              <dt>${t.act.as}</dt>
              <dd>${t.act.forms[statement.as]}</dd>
            </div>`
      }
      <div class="act-root">
        <dt>${t.act.root}</dt>
        <dd>${digestMark(version.root)}</dd>
      </div>
    </dl>
    <p>${t.act.objections(statement.shown.objections.length)}</p>
  </section>`
}

function contents({ t }: PlanFrame, { manifest }: PublishedPlan): Html {
  const item = (entry: ManifestEntry) =>
    html`<li class="${isAdoptedEntry(entry) ? '' : 'contents-waived'}">
      <a href="#${anchorOf(entry.code)}"><span class="code">${entry.code}</span> <span>${entry.title}</span></a>
    </li>`
  return html`<nav class="contents" aria-labelledby="contents">
    <details open>
      <summary id="contents">${t.contents}</summary>
      <ol>
        ${manifest.sections.map(item)}
        <li>
          <a href="#votes"><span class="code"></span> <span>${t.vote.whole}</span></a>
        </li>
        <li>
          <a href="#verify"><span class="code"></span> <span>${t.verify.title}</span></a>
        </li>
      </ol>
    </details>
  </nav>`
}

function wholeVote(frame: PlanFrame, { planVote, manifest }: PublishedPlan): Html {
  const { t, language } = frame
  if (!planVote) return html``
  return html`<section class="whole" id="votes" aria-labelledby="votes-title">
    <h2 id="votes-title">${t.vote.whole}</h2>
    <p>${manifest.plan.title}. ${gradeText(t, planVote.decision.grade)}.</p>
    ${voteTallies(t, planVote)} ${voteTable(t, planVote, t.vote.whole)} ${voteStatements(frame, planVote)}
    <p class="small">
      ${planVote.decidedAt === null ? '' : html`${t.vote.closed('')} ${timeIn(language, planVote.decidedAt)}.`}
      ${t.vote.names}
    </p>
  </section>`
}

function verification({ t, publicKey }: PlanFrame, { version }: PublishedPlan): Html {
  const file = `/published/${version.kind}/${version.number}/bundle.json`
  return html`<section class="verify" id="verify" aria-labelledby="verify-title">
    <h2 id="verify-title">${t.verify.title}</h2>
    <p>${t.verify.lead}</p>
    <ol>
      ${t.verify.steps.map(step => html`<li>${step}</li>`)}
    </ol>
    <pre><code>npm run verify -- bundle.json</code></pre>
    <p><a class="button" href="${file}" download>${t.verify.download}</a></p>
    <dl>
      <div>
        <dt>${t.act.root}</dt>
        <dd>${digestMark(version.root)}</dd>
      </div>
      <div>
        <dt>${t.verify.key}</dt>
        <dd><code class="digest">${publicKey}</code></dd>
      </div>
    </dl>
    <p class="small">${t.verify.keyNote}</p>
  </section>`
}
