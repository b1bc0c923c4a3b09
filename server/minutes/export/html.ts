import { escapeHtml, renderNarrative } from '#shared/narrative'
import type { Line, Paper } from './paper.ts'

/** One file that needs nothing else: it is taken away and opened from a disk. */
const style = `
  :root { color-scheme: light dark; }
  body { font: 1.0625rem/1.55 Georgia, "Libertinus Serif", serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
  h1, h2, h3, h4 { line-height: 1.25; }
  h2 { margin-top: 2.5rem; border-top: 1px solid; padding-top: .75rem; }
  .draft { border: 2px solid; padding: .5rem .75rem; font-weight: bold; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  blockquote { margin: 1rem 0; border-inline-start: 3px solid; padding-inline-start: 1rem; }
  .narrative-table { overflow-x: auto; }
  table { border-collapse: collapse; margin: .75rem 0; font-size: .9375rem; }
  th, td { border: 1px solid; padding: .25rem .5rem; text-align: start; vertical-align: top; }
  th p, td p { margin: 0; }
  @media (max-width: 30rem) { dl { grid-template-columns: 1fr; } }
  @page { margin: 22mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); } }
  @media print { thead { display: table-header-group; } h2, h3, h4 { break-after: avoid; } }
`

export function paperHtml(paper: Paper): string {
  const { language, words, title, meeting, draft, head, body, proof, foot } = paper
  const labels = { footnotes: words.footnotes, footnote: words.footnote, back: words.footnoteBack }
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${title}${words.colon}${meeting}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}<br>${escapeHtml(meeting)}</h1>
${draft === null ? '' : `<p class="draft">${escapeHtml(draft)}</p>`}
${lines(head)}
${renderNarrative(body, { labels })}
</main>
<footer>
<hr>
${lines(proof)}
<p>${escapeHtml(foot)}</p>
</footer>
</body>
</html>
`
}

function lines(all: readonly Line[]): string {
  if (all.length === 0) return ''
  const items = all.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`)
  return `<dl>${items.join('')}</dl>`
}
