import { createSignal, Show, type JSX } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import type { LucideIcon } from 'lucide-solid'
import FileImage from 'lucide-solid/icons/file-image'
import FileSpreadsheet from 'lucide-solid/icons/file-spreadsheet'
import FileText from 'lucide-solid/icons/file-text'
import Presentation from 'lucide-solid/icons/presentation'
import ScrollText from 'lucide-solid/icons/scroll-text'
import X from 'lucide-solid/icons/x'
import { textPage } from '#client/app'
import { useFormat, useT } from '#client/i18n'
import { paperTitle } from '#client/titles'
import { Button, ConfirmDialog } from '#client/ui'
import { endingOf } from '#shared/meeting/papers'
import type { FloorItem } from '#shared/meeting/schema'
import type { ApiProblem } from '../../api/call.ts'
import { paperFileUrl, removePaper } from '../../api/paper.ts'
import { sentenceFor } from '../../api/sentence.ts'

type Paper = FloorItem['papers'][number]

/** One paper: opened by its name, a file being downloaded. */
export function PaperRow(props: {
  readonly paper: Paper
  readonly mayRemove: boolean
  readonly onRemoved: (name: string) => void
}): JSX.Element {
  const t = useT()
  const kind = createKind(() => props.paper)
  const [asking, setAsking] = createSignal(false)
  return (
    <li class="papers__item">
      <span class="papers__icon" aria-hidden="true">
        <Dynamic component={iconOf(props.paper)} size={20} strokeWidth={1.75} />
      </span>
      <span class="papers__text">
        <Show when={pageOf(props.paper)} fallback={<span>{paperTitle(t, props.paper)}</span>}>
          {page => (
            <a
              href={page()}
              rel={props.paper.kind === 'file' ? 'external' : undefined}
              download={props.paper.kind === 'file' ? '' : undefined}
              aria-label={props.paper.kind === 'file' ? t('paper.download', paperTitle(t, props.paper)) : undefined}
            >
              {paperTitle(t, props.paper)}
            </a>
          )}
        </Show>
        <span class="papers__kind">{kind()}</span>
      </span>
      <Show when={props.mayRemove}>
        <Button
          size="small"
          variant="quiet"
          icon={X}
          iconOnly
          aria-label={t('paper.removeOf', paperTitle(t, props.paper))}
          onPress={() => setAsking(true)}
        >
          {t('paper.remove')}
        </Button>
      </Show>
      <Show when={asking()}>
        <RemoveDialog paper={props.paper} onClose={() => setAsking(false)} onRemoved={props.onRemoved} />
      </Show>
    </li>
  )
}

function RemoveDialog(props: {
  readonly paper: Paper
  readonly onClose: () => void
  readonly onRemoved: (name: string) => void
}): JSX.Element {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<ApiProblem>()
  const remove = async (): Promise<void> => {
    // Read before: the agenda may come again without the paper while the answer is on its way.
    const { id, name } = props.paper
    setBusy(true)
    const removed = await removePaper(id)
    setBusy(false)
    if (!removed.ok) {
      setProblem(removed.problem)
      return
    }
    props.onClose()
    props.onRemoved(name)
  }
  const refusal = (): string | undefined => {
    const refused = problem()
    return refused && sentenceFor(t, refused)
  }
  return (
    <ConfirmDialog
      open
      title={t('paper.removeTitle', paperTitle(t, props.paper))}
      confirmLabel={t('paper.remove')}
      busy={busy()}
      error={refusal()}
      onConfirm={() => void remove()}
      onClose={props.onClose}
    >
      <p>{t('paper.removeText')}</p>
    </ConfirmDialog>
  )
}

/** What it is and how large: `PDF, 1.4 MB`. */
function createKind(paper: () => Paper): () => string {
  const t = useT()
  const format = useFormat()
  return () => {
    const { kind, name, bytes } = paper()
    if (kind === 'version') return t('paper.text')
    const kb = Math.max(1, Math.round((bytes ?? 0) / 1024))
    const size =
      kb < 1000
        ? t('paper.size.kb', format().number(kb))
        : t('paper.size.mb', format().number(Math.round(kb / 102.4) / 10))
    return `${endingOf(name).toUpperCase()}, ${size}`
  }
}

function pageOf(paper: Paper): string | null {
  if (paper.kind === 'file') return paperFileUrl(paper.id)
  return paper.subjectKind === null || paper.subjectId === null ? null : textPage(paper.subjectKind, paper.subjectId)
}

function iconOf({ kind, mediaType }: Paper): LucideIcon {
  if (kind === 'version') return ScrollText
  if (mediaType?.startsWith('image/')) return FileImage
  if (mediaType?.includes('spreadsheet') || mediaType === 'text/csv') return FileSpreadsheet
  return mediaType?.includes('presentation') ? Presentation : FileText
}
