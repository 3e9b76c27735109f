import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import type { DocumentTemplate } from '#province/define_province'
import type { Ruleset } from '#province/ruleset'
import type { Surroundings } from '#rules/shape/choices'
import { FURTHER_PANELS, PANELS, panelById, partOf, withPart } from '#rules/shape/panels'
import { ButtonLink } from '~/ui/button_link'
import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
import { useLeaveGuard } from '~/ui/leave_guard'
import { PageHead } from '~/ui/page_head'
import { AroundContext, FocusContext } from '~/ui/rules/around'
import { NodeEditor } from '~/ui/rules/node_editor'
import { PublishButton } from '~/ui/rules/publish_button'
import { SimulateButton } from '~/ui/rules/simulate_button'
import { TemplatesEditor } from '~/ui/rules/templates_editor'
import { WordsEditor } from '~/ui/rules/words_editor'
import { useUrl } from '~/ui/site'

type Props = {
  draft: {
    id: number
    name: string
    origin: string
    status: 'open' | 'published' | 'discarded'
    version: number
    updatedBy: string
    updatedAt: string
    document: Ruleset
    words: Record<string, string>
    templates: Record<string, DocumentTemplate>
  }
  around: Omit<Surroundings, 'ruleset'>
  faults: { panel: string; message: string }[]
  panel: string
}

const ALL = [...PANELS, ...FURTHER_PANELS]

/** The editor of a draft: parts on the left, the chosen part on the right, its faults above. */
export default function DraftPage({ draft, around, faults, panel: first }: Props) {
  const url = useUrl()
  const [id, setId] = useState(ALL.some((each) => each.id === first) ? first : 'sections')
  const [named, setNamed] = useState<string[]>([])
  const [edited, setEdited] = useState<Record<string, unknown>>({})
  const unsaved = Object.keys(edited)
  useLeaveGuard(unsaved.length > 0)
  // what is typed on one page is known to the conditions of the others at once
  const ruleset = useMemo(
    () =>
      PANELS.reduce(
        (document, panel) =>
          panel.id in edited ? withPart(document, panel, edited[panel.id]) : document,
        draft.document
      ),
    [draft.document, edited]
  )
  const choose = (next: string, about = '') => {
    setId(next)
    setNamed([...about.matchAll(/“([^”]+)”/g)].map(([, name]) => name))
    window.history.replaceState(
      window.history.state,
      '',
      `${url(`/rules/drafts/${draft.id}`)}?panel=${next}`
    )
  }
  const panel = ALL.find((each) => each.id === id)!
  const own = faults.filter((fault) => fault.panel === id)
  const isOpen = draft.status === 'open'
  return (
    <AroundContext.Provider value={{ ...around, ruleset }}>
      <PageHead
        title={draft.name}
        hint={`起自${draft.origin}，${draft.updatedBy}于 ${draft.updatedAt} 保存`}
        actions={
          <>
            <Button href={url(`/rules/drafts/${draft.id}/export`)}>导出</Button>
            <ButtonLink href={`/rules/drafts/${draft.id}/compare`}>比较差异</ButtonLink>
            {isOpen && (
              <>
                <CommandButton
                  path={`/rules/drafts/${draft.id}/discard`}
                  body={{ version: draft.version }}
                  confirm={{
                    title: `作废草稿“${draft.name}”？`,
                    content: '作废后不能再修改或发布。',
                  }}
                >
                  作废
                </CommandButton>
                <SimulateButton draft={draft} faults={faults.length} />
                <PublishButton draft={draft} faults={faults.length} unsaved={unsaved.length > 0} />
              </>
            )}
          </>
        }
      />
      {!isOpen && (
        <Alert
          type="info"
          style={{ marginBottom: 16 }}
          title={
            draft.status === 'published'
              ? '这份草稿已经发布，只供查看。'
              : '这份草稿已作废，只供查看。'
          }
        />
      )}
      {faults.length > 0 && <Faults faults={faults} choose={choose} />}
      <div className="wizard">
        <nav className="card rule-parts" aria-label="规则的各个部分">
          <PanelList chosen={id} faults={faults} unsaved={unsaved} choose={choose} />
        </nav>
        <section className="card rule-panel" key={`${id}:${named}`}>
          <h2>{panel.label}</h2>
          {'hint' in panel && <p className="muted">{panel.hint}</p>}
          {own.length > 0 && (
            <Alert
              type="error"
              style={{ marginBottom: 16 }}
              title={
                <ul className="fault-list">
                  {own.map(({ message }) => (
                    <li key={message}>{message}</li>
                  ))}
                </ul>
              }
            />
          )}
          <FocusContext.Provider value={named}>
            <PanelEditor
              id={id}
              draft={draft}
              value={edited[id]}
              faults={own.map(({ message }) => message)}
              onChange={(value) => setEdited({ ...edited, [id]: value })}
            />
          </FocusContext.Provider>
          {isOpen && (
            <SaveBar
              draft={draft}
              panel={id}
              value={edited[id]}
              onSaved={() => setEdited(({ [id]: _saved, ...rest }) => rest)}
              onReset={() => setEdited(({ [id]: _given, ...rest }) => rest)}
            />
          )}
        </section>
      </div>
    </AroundContext.Provider>
  )
}

function PanelEditor(props: {
  id: string
  draft: Props['draft']
  value: unknown
  faults: string[]
  onChange: (value: unknown) => void
}) {
  const { id, draft, value, onChange } = props
  if (id === 'templates')
    return (
      <TemplatesEditor
        draftId={draft.id}
        value={(value ?? draft.templates) as Props['draft']['templates']}
        faults={props.faults}
        onChange={onChange}
      />
    )
  if (id === 'words')
    return (
      <WordsEditor value={(value ?? draft.words) as Record<string, string>} onChange={onChange} />
    )
  const panel = panelById(id)!
  return (
    <NodeEditor
      node={panel.node}
      label={panel.label}
      value={value ?? partOf(draft.document, panel)}
      onChange={onChange}
    />
  )
}

function PanelList(props: {
  chosen: string
  faults: Props['faults']
  unsaved: string[]
  choose: (id: string) => void
}) {
  const groups = [...new Set(ALL.map(({ group }) => group))]
  return groups.map((group) => (
    <div key={group}>
      <div className="menu-group">{group}</div>
      <div className="wizard-groups">
        {ALL.filter((panel) => panel.group === group).map(({ id, label }) => {
          const count = props.faults.filter(({ panel }) => panel === id).length
          return (
            <button
              key={id}
              type="button"
              className="wizard-link"
              aria-current={props.chosen === id}
              onClick={() => props.choose(id)}
            >
              <span>
                {label}
                {props.unsaved.includes(id) && <span className="muted">（未保存）</span>}
              </span>
              {count > 0 && <span className="count">{count} 处</span>}
            </button>
          )
        })}
      </div>
    </div>
  ))
}

const SHOWN = 6

/** All faults at once, each leading to the part on which it is mended. */
function Faults(props: { faults: Props['faults']; choose: (id: string, about: string) => void }) {
  const { faults, choose } = props
  const [all, setAll] = useState(false)
  return (
    <Alert
      showIcon
      type="warning"
      style={{ marginBottom: 16 }}
      title={`共有 ${faults.length} 处问题，更正后才能发布`}
      description={
        <ul className="fault-list">
          {faults.slice(0, all ? undefined : SHOWN).map(({ panel, message }, index) => (
            <li key={index}>
              {message}
              <Button type="link" size="small" onClick={() => choose(panel, message)}>
                去更正
              </Button>
            </li>
          ))}
          {faults.length > SHOWN && !all && (
            <Button type="link" size="small" onClick={() => setAll(true)}>
              显示其余 {faults.length - SHOWN} 处
            </Button>
          )}
        </ul>
      }
    />
  )
}

function SaveBar(props: {
  draft: Props['draft']
  panel: string
  value: unknown
  onSaved: () => void
  onReset: () => void
}) {
  const { draft, panel, value } = props
  const { run, pending } = useCommand(`/rules/drafts/${draft.id}`, {
    method: 'PUT',
    reload: ['draft', 'faults', 'around'],
    onDone: props.onSaved,
  })
  const isUnsaved = value !== undefined
  return (
    <div className="save-bar">
      <Button
        type="primary"
        loading={pending}
        disabled={!isUnsaved}
        onClick={() => run({ version: draft.version, panel, value })}
      >
        保存并检查
      </Button>
      <Button disabled={!isUnsaved || pending} onClick={props.onReset}>
        放弃修改
      </Button>
      {isUnsaved && <span className="muted">有未保存的修改</span>}
    </div>
  )
}
