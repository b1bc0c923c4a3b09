import { createSignal, createUniqueId, For, Show, untrack, type JSX } from 'solid-js'
import FileUp from 'lucide-solid/icons/file-up'
import ScrollText from 'lucide-solid/icons/scroll-text'
import { useT, type Translate } from '#client/i18n'
import { Button, showToast } from '#client/ui'
import { fileEndings, fileLimitBytes } from '#shared/meeting/papers'
import type { FloorItem } from '#shared/meeting/schema'
import { PaperRow } from './PaperRow.tsx'
import { PickDialog } from './PickDialog.tsx'
import { UploadRow } from './UploadRow.tsx'
import { uploadsTo } from './uploads.ts'
import './papers.css'

/** What may be handed in. */
export function paperHint(t: Translate): string {
  return `${t('paper.hint', Math.floor(fileLimitBytes / 1_048_576))} ${t('paper.noPersons')}`
}

/**
 * What an item is worked on with: texts and files to open, and for those who conduct or present it, ways to add some, a
 * file dropped on it among them. Without papers and without that right it takes no room.
 *
 * Draw a list of items by their ids (`<For each={items.map(item => item.id)}>`): drawn anew at each push of the floor, an
 * open dialog would close.
 *
 * @param props.onChange after papers were added or taken away from here
 */
export function ItemPapers(props: {
  readonly item: FloorItem
  readonly mayAdd: boolean
  readonly onChange?: (() => void) | undefined
}): JSX.Element {
  return (
    <Show when={props.mayAdd || props.item.papers.length > 0}>
      <Papers {...props} />
    </Show>
  )
}

function Papers(props: {
  readonly item: FloorItem
  readonly mayAdd: boolean
  readonly onChange?: (() => void) | undefined
}): JSX.Element {
  const t = useT()
  const id = createUniqueId()
  const [picking, setPicking] = createSignal(false)
  const [over, setOver] = createSignal(false)
  const [added, setAdded] = createSignal('')
  let region: HTMLElement | undefined
  let chooser: HTMLInputElement | undefined
  // An item keeps its id; a list of items is drawn by their ids.
  const uploads = uploadsTo(
    untrack(() => props.item.id),
    ({ name, known }) => {
      if (known) showToast(t('paper.known', name))
      else setAdded(name)
      props.onChange?.()
    },
  )
  const carriesFiles = (event: DragEvent): boolean =>
    props.mayAdd && (event.dataTransfer?.types.includes('Files') ?? false)
  const take = (files: FileList | null | undefined): void => uploads.add([...(files ?? [])])

  return (
    <section
      ref={element => (region = element)}
      class="papers"
      classList={{ 'papers--over': over() }}
      tabIndex={-1}
      aria-label={t('paper.of', props.item.number)}
      onDragOver={event => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={event => {
        const to = event.relatedTarget
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false)
      }}
      onDrop={event => {
        setOver(false)
        if (!carriesFiles(event)) return
        event.preventDefault()
        take(event.dataTransfer?.files)
      }}
    >
      <Show when={over() || props.item.papers.length > 0}>
        <p class="ui-eyebrow">{over() ? t('paper.drop') : t('paper.title')}</p>
      </Show>
      <Show when={props.item.papers.length > 0}>
        <ul class="papers__list">
          <For each={props.item.papers.map(paper => paper.id)}>
            {paperId => (
              <Show when={props.item.papers.find(one => one.id === paperId)}>
                {paper => (
                  <PaperRow
                    paper={paper()}
                    mayRemove={props.mayAdd}
                    onRemoved={name => {
                      showToast(t('paper.removed', name))
                      // Its button is gone, or goes as soon as the agenda comes again.
                      region?.focus()
                      props.onChange?.()
                    }}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={uploads.sending().length > 0}>
        <ul class="papers__list">
          <For each={uploads.sending().map(sending => sending.key)}>
            {key => (
              <Show when={uploads.sending().find(one => one.key === key)}>
                {sending => (
                  <UploadRow
                    sending={sending()}
                    onAgain={() => uploads.again(sending())}
                    onDismiss={() => uploads.dismiss(sending())}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      {/* Seen in the list; several at once would pile up as toasts. */}
      <span class="ui-visually-hidden" role="status">
        {added() === '' ? '' : t('paper.added', added())}
      </span>
      <Show when={props.mayAdd}>
        <div class="ui-row ui-row--tight">
          <Button size="small" variant="quiet" icon={FileUp} aria-describedby={id} onPress={() => chooser?.click()}>
            {t('paper.upload')}
          </Button>
          <Button size="small" variant="quiet" icon={ScrollText} onPress={() => setPicking(true)}>
            {t('paper.addVersion')}
          </Button>
        </div>
        {/* In sight once, at the head of the agenda. */}
        <p id={id} class="ui-visually-hidden">
          {paperHint(t)}
        </p>
        <input
          ref={element => (chooser = element)}
          type="file"
          hidden
          multiple
          accept={fileEndings.map(ending => `.${ending}`).join(',')}
          onChange={event => {
            take(event.currentTarget.files)
            // The same file again is a choice again.
            event.currentTarget.value = ''
          }}
        />
        <Show when={picking()}>
          <PickDialog
            item={props.item}
            onClose={() => setPicking(false)}
            onAdded={({ name, known }) => {
              setPicking(false)
              showToast(known ? t('paper.known', name) : t('paper.added', name))
              props.onChange?.()
            }}
          />
        </Show>
      </Show>
    </section>
  )
}
