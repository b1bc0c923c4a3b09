import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import Download from 'lucide-solid/icons/download'
import ShieldCheck from 'lucide-solid/icons/shield-check'
import { useT } from '#client/i18n'
import { Button, DescriptionList, Digest, Notice, Panel } from '#client/ui'
import { err, ok, type Result } from '#shared/core'
import {
  leafDigest,
  originOf,
  parseCheckpoint,
  proofFile,
  verifyInclusion,
  workspaceNoteKey,
  workspaceSigned,
  type ReadCheckpoint,
} from '#shared/record'
import type { ApiProblem } from '../api/call.ts'
import {
  fetchCheckpoint,
  fetchRecordKey,
  proveInclusion,
  type InclusionAnswer,
  type RecordEntryAnswer,
} from '../api/record.ts'
import { sentenceFor } from '../api/sentence.ts'
import { verifySigned } from './browser-keys.ts'
import { saveFile } from './save-file.ts'

interface Proof {
  readonly note: string
  /** Of the workspace, base64url. */
  readonly publicKey: string
  readonly checkpoint: ReadCheckpoint
  readonly inclusion: InclusionAnswer
  readonly holds: boolean
  /** Whether the signature fits; a browser that knows no Ed25519 cannot say so. */
  readonly signed: boolean
}

/** Proves an entry here, in the reader's own browser, and gives the proof away as a file. [L2] */
export function ProofPanel(props: { readonly entry: RecordEntryAnswer }): JSX.Element {
  const t = useT()
  const [busy, setBusy] = createSignal(false)
  const [found, setFound] = createSignal<Result<Proof | null, ApiProblem> | null>(null)
  const prove = async (): Promise<void> => {
    setBusy(true)
    setFound(await proofOf(props.entry))
    setBusy(false)
  }
  const proof = (): Proof | false => {
    const answer = found()
    return answer?.ok === true && answer.value !== null && answer.value
  }
  const problem = (): ApiProblem | false => {
    const answer = found()
    return answer?.ok === false && answer.problem
  }
  const waits = (): boolean => {
    const answer = found()
    return answer?.ok === true && answer.value === null
  }
  return (
    <Panel title={t('record.proof.title')}>
      <div class="ui-stack">
        <p>{t('record.proof.lead')}</p>
        <div class="ui-row ui-no-print">
          <Button icon={ShieldCheck} busy={busy()} onPress={() => void prove()}>
            {t('record.proof.act')}
          </Button>
          <Show when={proof()}>
            {shown => (
              <Button
                icon={Download}
                onPress={() => saveFile(`plenary-entry-${props.entry.number}.json`, fileOf(props.entry, shown()))}
              >
                {t('record.proof.download')}
              </Button>
            )}
          </Show>
        </div>
        <Switch>
          <Match when={problem()}>{why => <Notice tone="alarm" when={sentenceFor(t, why())} />}</Match>
          <Match when={waits()}>
            <Notice tone="info">{t('record.proof.waits')}</Notice>
          </Match>
          <Match when={proof()}>{shown => <Proven proof={shown()} number={props.entry.number} />}</Match>
        </Switch>
      </div>
    </Panel>
  )
}

function Proven(props: { readonly proof: Proof; readonly number: number }): JSX.Element {
  const t = useT()
  const sound = (): boolean => props.proof.holds && props.proof.signed
  return (
    <>
      <Notice
        tone={sound() ? 'success' : 'alarm'}
        title={t(sound() ? 'record.proof.holds' : props.proof.holds ? 'record.proof.unsigned' : 'record.proof.fails')}
      >
        <p>{t('record.proof.inWords', props.number, props.proof.inclusion.path.length, props.proof.checkpoint.size)}</p>
      </Notice>
      <DescriptionList
        items={[
          { term: t('record.proof.leaf'), value: <Digest value={props.proof.inclusion.leaf} /> },
          { term: t('record.proof.root'), value: <Digest value={props.proof.checkpoint.root} /> },
        ]}
      />
    </>
  )
}

/** @returns null while no checkpoint covers the entry yet */
async function proofOf(entry: RecordEntryAnswer): Promise<Result<Proof | null, ApiProblem>> {
  const note = await fetchCheckpoint()
  if (!note.ok) return note.problem.type === 'not-found' ? ok(null) : note
  const checkpoint = parseCheckpoint(note.value)
  if (!checkpoint) return err({ type: 'unreachable' })
  if (checkpoint.size < entry.number) return ok(null)
  const key = await fetchRecordKey()
  if (!key.ok) return key
  const inclusion = await proveInclusion(entry.number, checkpoint.size)
  if (!inclusion.ok) return inclusion
  const { size, root } = checkpoint
  const leaf = leafDigest(entry.text)
  const holds = verifyInclusion({ leaf, index: entry.number - 1, size, root, path: inclusion.value.path })
  const { publicKey } = key.value
  const signatures = workspaceSigned(checkpoint, workspaceNoteKey(publicKey))
  const fit = await Promise.all(signatures.map(verifySigned))
  const signed = checkpoint.origin === originOf(publicKey) && fit.length > 0 && fit.every(Boolean)
  return ok({ note: note.value, publicKey, checkpoint, inclusion: inclusion.value, holds, signed })
}

/** All that somebody else needs to verify it. */
function fileOf({ number, text }: RecordEntryAnswer, { note, publicKey, inclusion: { path } }: Proof): string {
  return proofFile({ number, text, path, checkpoint: note, publicKey })
}
