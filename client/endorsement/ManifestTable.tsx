import { Show, type JSX } from 'solid-js'
import { useT } from '#client/i18n'
import { Badge, Digest, Table, type Column } from '#client/ui'
import type { ManifestEntryAnswer } from '../api/endorsement.ts'
import { GradeMark, TallyMark } from './Marks.tsx'

type Adopted = Extract<ManifestEntryAnswer, { readonly digest: string }>

/** The manifest: each section by its adopted text, with the vote of the whole group and of its NGO seats. [E2] */
export function ManifestTable(props: {
  readonly entries: readonly ManifestEntryAnswer[]
  /** Whether an endorsed version came before, so that changes mean something. */
  readonly compared: boolean
}): JSX.Element {
  const t = useT()
  const columns = (): readonly Column<ManifestEntryAnswer>[] => [
    {
      key: 'section',
      header: t('endorsement.page.section'),
      primary: true,
      cell: entry => <SectionCell entry={entry} compared={props.compared} />,
    },
    {
      key: 'vote',
      header: t('endorsement.page.vote'),
      cell: entry => <Show when={adopted(entry)}>{one => <VoteCell entry={one()} />}</Show>,
    },
    {
      key: 'ngo',
      header: t('endorsement.page.ngo'),
      cell: entry => <Show when={adopted(entry)}>{one => <TallyMark tally={one().vote?.ngoTally} ngo />}</Show>,
    },
    {
      key: 'agreement',
      header: t('endorsement.page.agreement'),
      cell: entry => <Show when={adopted(entry)}>{one => <GradeMark grade={one().grade} />}</Show>,
    },
    {
      key: 'digest',
      header: t('endorsement.page.digest'),
      cell: entry => <Show when={adopted(entry)}>{one => <DigestCell entry={one()} />}</Show>,
    },
  ]
  return <Table caption={t('endorsement.page.manifest')} columns={columns()} rows={props.entries} dense />
}

function adopted(entry: ManifestEntryAnswer): Adopted | null {
  return 'digest' in entry ? entry : null
}

function SectionCell(props: { readonly entry: ManifestEntryAnswer; readonly compared: boolean }): JSX.Element {
  const t = useT()
  return (
    <div class="endorsement-section">
      <span class="endorsement-code">{props.entry.code}</span>
      <Show when={adopted(props.entry)} fallback={<span class="ui-muted">{props.entry.title}</span>}>
        {one => <a href={`/versions/${one().versionId}`}>{one().title}</a>}
      </Show>
      <div class="endorsement-section__more ui-small ui-muted">
        <Show
          when={adopted(props.entry)}
          fallback={<span>{'waived' in props.entry ? t('endorsement.page.waived', props.entry.waived) : ''}</span>}
        >
          {one => (
            <span>
              {one().group}, {t('endorsement.page.versionLink', one().versionNumber)}
            </span>
          )}
        </Show>
        <Show when={props.compared && props.entry.change !== 'same'}>
          <Badge tone="notice">{t(`endorsement.changes.${props.entry.change}`)}</Badge>
        </Show>
      </div>
    </div>
  )
}

function VoteCell(props: { readonly entry: Adopted }): JSX.Element {
  return (
    <Show when={props.entry.vote} fallback="–">
      {vote => (
        <a href={`/motions/${vote().motionId}`}>
          <TallyMark tally={vote().tally} />
        </a>
      )}
    </Show>
  )
}

function DigestCell(props: { readonly entry: Adopted }): JSX.Element {
  const t = useT()
  return (
    <div>
      <Digest value={props.entry.digest} />
      <Show when={props.entry.digestFound !== props.entry.digest}>
        <Badge tone="alarm">{t('endorsement.page.differs')}</Badge>
      </Show>
    </div>
  )
}
