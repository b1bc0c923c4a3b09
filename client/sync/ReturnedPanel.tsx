import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import Copy from 'lucide-solid/icons/copy'
import CornerRightDown from 'lucide-solid/icons/corner-right-down'
import type * as Y from 'yjs'
import { useT } from '#client/i18n'
import { Button, ConfirmDialog, Notice, Panel, showToast } from '#client/ui'
import type { ReturnedWords } from './returned-words.ts'
import type { KeptWords, Reason } from './word-store.ts'
import { missingWords, writtenWords, type Place, type WrittenBlock } from './written-words.ts'
import './returned-panel.css'

export interface ReturnedPanelProps {
  readonly returned: ReturnedWords
  /** The text as it is, where it has come: tells in which paragraph something was written. */
  readonly doc: Y.Doc | null
  /** Puts these paragraphs into the text; absent while the person may not write. */
  readonly onPutBack?: ((words: readonly KeptWords[], paragraphs: readonly string[]) => void) | undefined
  /** Where several texts stand on one page, each panel has an id of its own. */
  readonly id?: string | undefined
  /** The last of them were discarded, and the panel with them: the focus goes on from here. */
  readonly onAllGone?: () => void
}

/** Where the note at the foot leads. */
export const returnedPanelId = 'returned-words'

/** Words that did not go into the text, to be read, copied, put in by hand or discarded. */
export function ReturnedPanel(props: ReturnedPanelProps): JSX.Element {
  const reasons = createMemo(() => [...new Set(props.returned.words().map(reasonOf))])
  return (
    <div id={props.id ?? returnedPanelId} class="returned-panels" tabindex="-1">
      <For each={reasons()}>
        {reason => (
          <OneReason
            reason={reason}
            words={props.returned.words().filter(words => reasonOf(words) === reason)}
            isKept={!props.returned.areLoose()}
            doc={props.doc}
            onPutBack={props.onPutBack}
            onDiscard={words => {
              props.returned.discard(words)
              if (props.returned.words().length === 0) props.onAllGone?.()
            }}
          />
        )}
      </For>
    </div>
  )
}

function reasonOf(words: KeptWords): Reason {
  return words.returned ?? 'other'
}

function OneReason(props: {
  readonly reason: Reason
  readonly words: readonly KeptWords[]
  readonly isKept: boolean
  readonly doc: Y.Doc | null
  readonly onPutBack: ReturnedPanelProps['onPutBack']
  readonly onDiscard: (words: readonly KeptWords[]) => void
}): JSX.Element {
  const t = useT()
  const [asking, setAsking] = createSignal(false)
  const blocks = createMemo(() => {
    const updates = props.words.map(({ update }) => update)
    if (props.reason !== 'removed') return writtenWords(updates, props.doc)
    // Which of the words are missing, only the text can tell.
    return props.doc === null ? [] : missingWords(updates, props.doc)
  })
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(
        blocks()
          .map(({ text }) => text)
          .join('\n\n'),
      )
      showToast(t('sync.returned.copied'))
    } catch {
      showToast(t('sync.returned.copyFailed'), 'notice')
    }
  }
  return (
    <Show
      when={blocks().length > 0}
      fallback={props.reason !== 'removed' && <NothingWritten onPress={() => props.onDiscard(props.words)} />}
    >
      <Panel title={t('sync.returned.title')} tone="notice">
        <p class="ui-small ui-muted">
          {t(`sync.returned.why.${props.reason}`)} {t(props.isKept ? 'sync.returned.kept' : 'sync.returned.onPage')}
        </p>
        <ol class="returned-words" role="list">
          <For each={blocks()}>{block => <Block block={block} />}</For>
        </ol>
        <div class="ui-row">
          <Button icon={Copy} onPress={() => void copy()}>
            {t('sync.returned.copy')}
          </Button>
          <Show when={props.onPutBack}>
            {putBack => (
              <Button
                icon={CornerRightDown}
                onPress={() =>
                  putBack()(
                    props.words,
                    blocks().map(({ text }) => text),
                  )
                }
              >
                {t('sync.returned.putBack')}
              </Button>
            )}
          </Show>
          <Button variant="quiet" onPress={() => setAsking(true)}>
            {t('sync.returned.discard')}
          </Button>
        </div>
        <ConfirmDialog
          open={asking()}
          title={t('sync.returned.confirm.title')}
          confirmLabel={t('sync.returned.confirm.act')}
          danger
          onConfirm={() => {
            setAsking(false)
            props.onDiscard(props.words)
          }}
          onClose={() => setAsking(false)}
        >
          <p>{t('sync.returned.confirm.text')}</p>
        </ConfirmDialog>
      </Panel>
    </Show>
  )
}

/** There is nothing to read or copy, and nothing to be sorry for. */
function NothingWritten(props: { readonly onPress: () => void }): JSX.Element {
  const t = useT()
  return (
    <Notice
      tone="info"
      when={t('sync.returned.nothing')}
      actions={
        <Button size="small" onPress={() => props.onPress()}>
          {t('sync.returned.dismiss')}
        </Button>
      }
    />
  )
}

function Block(props: { readonly block: WrittenBlock }): JSX.Element {
  const t = useT()
  const caption = (): string | null => {
    const { place, text } = props.block
    return isPlain(place, text) ? null : captionOf(t, place)
  }
  return (
    <li class="returned-words__block">
      <Show when={caption()}>{words => <p class="returned-words__place">{words()}</p>}</Show>
      <p class="returned-words__text">{props.block.text}</p>
    </li>
  )
}

/** Where naming the place would say nothing, or the words once more. */
function isPlain(place: Place, text: string): boolean {
  if (place.kind === 'unknown') return true
  return place.kind === 'within' && (place.begins === '' || text.startsWith(place.begins.replace('…', '')))
}

function captionOf(t: ReturnType<typeof useT>, place: Place): string | null {
  switch (place.kind) {
    case 'new':
      return t('sync.returned.place.new')
    case 'within':
      return t('sync.returned.place.within', place.begins)
    case 'framework':
      return t('sync.returned.place.framework')
    case 'unknown':
      return null
  }
}
