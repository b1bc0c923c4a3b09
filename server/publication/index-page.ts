import { html } from 'hono/html'
import { planKinds, type PlanKind } from '#shared/plan'
import { dateIn, layout, type Html, type PageFrame } from './layout.ts'
import type { PublishedVersion } from './published.ts'

type Frame = Omit<PageFrame, 'title'>

/** What is published of both plans. */
export function indexPage(frame: Frame, published: Readonly<Record<PlanKind, readonly PublishedVersion[]>>): Html {
  const { t } = frame
  const isEmpty = planKinds.every(kind => published[kind].length === 0)
  const body = isEmpty
    ? html`<div class="empty">
        <h2>${t.nothingTitle}</h2>
        <p>${t.nothing}</p>
        <ol>
          ${t.nothingSteps.map(step => html`<li>${step}</li>`)}
        </ol>
      </div>`
    : html`<div class="shelf">${planKinds.map(kind => planCard(frame, kind, published[kind]))}</div>`
  return layout(
    { ...frame, title: t.site, description: t.indexLead },
    html`<main id="content" class="front">
      <p class="eyebrow">${frame.country}</p>
      <h1>${t.indexTitle}</h1>
      <p class="lead">${t.indexLead}</p>
      ${body}
    </main>`,
  )
}

function planCard(frame: Frame, kind: PlanKind, versions: readonly PublishedVersion[]): Html {
  const { t, language } = frame
  const [latest, ...earlier] = versions
  if (!latest) {
    return html`<section class="book book--none">
      <h2>${t.plans[kind]}</h2>
      <p>${t.nothingOfPlan[kind]}</p>
    </section>`
  }
  return html`<section class="book">
    <p class="eyebrow">${t.version(latest.number)}</p>
    <h2><a href="/published/${kind}/${latest.number}?lang=${language}">${latest.title}</a></h2>
    <p>
      ${latest.endorsedAt === null ? '' : html`${t.endorsedOn(dateIn(language, latest.endorsedAt))}<br />`}
      ${t.published(dateIn(language, latest.publishedAt))}
    </p>
    <p class="book-read">
      <a class="button" href="/published/${kind}/${latest.number}?lang=${language}">${t.read}</a>
    </p>
    ${
      earlier.length === 0
        ? ''
        : html`<details>
            <summary>${t.earlier}</summary>
            <ul>
              ${earlier.map(
                version =>
                  html`<li>
                    <a href="/published/${kind}/${version.number}?lang=${language}">${t.version(version.number)}</a>,
                    ${t.published(dateIn(language, version.publishedAt))}
                  </li>`,
              )}
            </ul>
          </details>`
    }
  </section>`
}

/** A page with a sentence: nothing is here, or what is here cannot be shown. */
export function messagePage(frame: Frame, message: { readonly title: string; readonly text: string }): Html {
  return layout(
    { ...frame, title: message.title },
    html`<main id="content" class="front">
      <h1>${message.title}</h1>
      <p class="lead">${message.text}</p>
      <p><a href="/published?lang=${frame.language}">${frame.t.back}</a></p>
    </main>`,
  )
}
