import { createResource, createSignal, Match, onMount, Show, Switch, type JSX } from 'solid-js'
import Download from 'lucide-solid/icons/download'
import Eye from 'lucide-solid/icons/eye'
import PenLine from 'lucide-solid/icons/pen-line'
import { useT } from '#client/i18n'
import { Button, DescriptionList, Digest, LinkButton, Notice, Panel, showToast, TimeStamp } from '#client/ui'
import { err, type Result } from '#shared/core'
import { cosignature, cosignedText, parseVerifierKey, signatureLine } from '#shared/record'
import type { ApiProblem } from '../api/call.ts'
import {
  checkpointAddress,
  cosign,
  fetchCheckpoint,
  fetchRecordKey,
  proveConsistency,
  type WitnessesAnswer,
} from '../api/record.ts'
import { sentenceFor } from '../api/sentence.ts'
import { signText, verifySigned, type BrowserKey } from './browser-keys.ts'
import { saveFile } from './save-file.ts'
import { ToolCosignature } from './ToolCosignature.tsx'
import { makeWitnessDevice } from './witness-device.ts'
import { WitnessKey } from './WitnessKey.tsx'
import { lookAtRecord, type Look, type Seen } from './witnessing.ts'

const device = makeWitnessDevice(() => globalThis.indexedDB)
const asked = { checkpoint: fetchCheckpoint, key: fetchRecordKey, consistency: proveConsistency }

type Witness = WitnessesAnswer['witnesses'][number]

/** Where a witness compares the record with what this device saw of it, and co-signs it. [L2] */
export function WitnessDesk(props: { readonly witness: Witness; readonly onChanged: () => void }): JSX.Element {
  const t = useT()
  const [key, { refetch: lookForKey }] = createResource(
    () => props.witness.id,
    id => device.keyOf(id).catch(() => null),
  )
  const [seen, setSeen] = createSignal<Seen | null>(null)
  const [look, setLook] = createSignal<Look | null>(null)
  const [problem, setProblem] = createSignal<ApiProblem | null>(null)
  const [busy, setBusy] = createSignal(false)
  const [signing, setSigning] = createSignal(false)

  const compare = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const before = await device.lastSeen().catch(() => null)
    setSeen(before)
    const found = await lookAtRecord(before, asked, verifySigned)
    setBusy(false)
    if (!found.ok) return void setProblem(found.problem)
    setLook(found.value)
    // Once seen it is never taken for unseen; a record that was rewritten is not taken for seen.
    if (found.value.kind === 'continues') await device.keepSeen(found.value.seen).catch(() => undefined)
  }
  onMount(() => void compare())

  const sound = (): Exclude<Look, { kind: 'rewritten' }> | false => {
    const found = look()
    return found !== null && found.kind !== 'rewritten' && found
  }
  const broken = (): Extract<Look, { kind: 'rewritten' }> | false => {
    const found = look()
    return found?.kind === 'rewritten' && found
  }
  const holdsKey = (): BrowserKey | undefined => {
    const own = key()
    const stated = props.witness.key && parseVerifierKey(props.witness.key.verifierKey)
    return own && stated && own.publicKey === btoa(String.fromCharCode(...stated.publicKey)) ? own : undefined
  }
  const sign = async (found: Exclude<Look, { kind: 'rewritten' }>): Promise<void> => {
    const own = holdsKey()
    if (!own || !props.witness.key) return
    setSigning(true)
    const signed = await cosignHere(props.witness, own, found)
    setSigning(false)
    if (!signed.ok) return void setProblem(signed.problem)
    await device.keepSeen(found.seen).catch(() => undefined)
    showToast(t('record.witness.signed', found.now.size))
    props.onChanged()
    await compare()
  }
  return (
    <Panel
      title={t('record.witness.desk', props.witness.organisation ?? props.witness.label)}
      tone={broken() ? 'alarm' : undefined}
    >
      <div class="ui-stack">
        <DescriptionList
          items={[
            {
              term: t('record.witness.lastSigned'),
              value: (
                <Show when={props.witness.last} fallback={t('record.witness.neverSigned')}>
                  {last => (
                    <>
                      {t('record.witness.entries', last().size)}, <TimeStamp at={last().signedAt} />
                    </>
                  )}
                </Show>
              ),
            },
            ...(props.witness.key
              ? [
                  {
                    term: t('record.witness.key'),
                    value: <code class="record-key">{props.witness.key.verifierKey}</code>,
                  },
                ]
              : []),
          ]}
        />
        <Switch>
          <Match when={problem()}>{why => <Notice tone="alarm" when={sentenceFor(t, why())} />}</Match>
          <Match when={broken()}>{found => <Rewritten found={found()} />}</Match>
          <Match when={sound()}>{found => <Sound found={found()} seen={seen()} />}</Match>
        </Switch>
        <Show when={!broken()}>
          <Show
            when={holdsKey()}
            fallback={
              <Show when={!key.loading}>
                <WitnessKey
                  witness={props.witness}
                  device={device}
                  onMade={() => {
                    void lookForKey()
                    props.onChanged()
                  }}
                />
                <Show when={props.witness.key?.madeIn === 'tool' && sound()}>
                  {found => (
                    <ToolCosignature
                      witness={props.witness}
                      checkpoint={found().now}
                      onSigned={async () => {
                        await device.keepSeen(found().seen).catch(() => undefined)
                        props.onChanged()
                      }}
                    />
                  )}
                </Show>
              </Show>
            }
          >
            <div class="ui-row">
              <Show when={sound()}>
                {found => (
                  <Button
                    variant={props.witness.last?.size === found().now.size ? 'secondary' : 'primary'}
                    icon={PenLine}
                    busy={signing()}
                    onPress={() => void sign(found())}
                  >
                    {t('record.witness.cosign', found().now.size)}
                  </Button>
                )}
              </Show>
            </div>
          </Show>
        </Show>
        <div class="ui-row ui-no-print">
          <Button icon={Eye} busy={busy()} onPress={() => void compare()}>
            {t('record.witness.compare')}
          </Button>
          <LinkButton href={checkpointAddress} icon={Download} external download>
            {t('record.standing.checkpoint')}
          </LinkButton>
        </div>
      </div>
    </Panel>
  )
}

function Sound(props: {
  readonly found: Exclude<Look, { kind: 'rewritten' }>
  readonly seen: Seen | null
}): JSX.Element {
  const t = useT()
  return (
    <Show
      when={props.found.kind === 'continues' && props.found}
      fallback={
        <Notice tone="notice" title={t('record.witness.first')} standing>
          {t('record.witness.firstText', props.found.now.size)}
        </Notice>
      }
    >
      {found => (
        <Notice tone="success" title={t('record.witness.continues')} standing>
          <p>{t('record.witness.continuesText', found().from, found().now.size)}</p>
          <p class="ui-small">
            {t('record.standing.root')} <Digest value={found().now.root} />
          </p>
        </Notice>
      )}
    </Show>
  )
}

/** Loud on purpose: this is what a witness is there for. */
function Rewritten(props: { readonly found: Extract<Look, { kind: 'rewritten' }> }): JSX.Element {
  const t = useT()
  return (
    <Notice
      tone="alarm"
      title={t('record.witness.rewritten')}
      actions={
        <>
          <Show when={props.found.before}>
            {before => (
              <Button size="small" onPress={() => saveFile('plenary-checkpoint-seen.txt', before().note)}>
                {t('record.witness.saveSeen')}
              </Button>
            )}
          </Show>
          <Button size="small" onPress={() => saveFile('plenary-checkpoint-shown.txt', props.found.shown)}>
            {t('record.witness.saveShown')}
          </Button>
        </>
      }
    >
      <p>{t(`record.witness.why.${props.found.why}`)}</p>
      <p>{t('record.witness.rewrittenText')}</p>
    </Notice>
  )
}

async function cosignHere(
  witness: Witness,
  { privateKey }: BrowserKey,
  { now }: Exclude<Look, { kind: 'rewritten' }>,
): Promise<Result<void, ApiProblem>> {
  const key = witness.key && parseVerifierKey(witness.key.verifierKey)
  if (!key) return err({ type: 'witness-without-key' })
  const timestamp = Math.floor(Date.now() / 1_000)
  const signature = await signText(privateKey, cosignedText(now.note.text, timestamp))
  return cosign(witness.id, { size: now.size, line: signatureLine(cosignature(key, timestamp, signature)) })
}
