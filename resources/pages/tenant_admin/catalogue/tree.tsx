import { Button, Form, Input, Select, Tree } from 'antd'
import { useMemo, useState } from 'react'
import { CommandButton } from '~/ui/command_button'
import { CommandForm } from '~/ui/command_form'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'
import { must } from '~/ui/must'

type Node = {
  id: number
  series: string
  parentId: number | null
  code: string
  name: string
  level: string | null
  nationalTitle: string | null
  used: string | null
}
type Props = {
  kind: 'specialties' | 'titles'
  categories: { code: string; name: string; category: string | null }[]
  nodes: Node[]
  levels: { value: string; label: string }[]
}
type Branch = { key: string; title: string; children?: Branch[] }

const WORDS = {
  specialties: {
    title: '职称专业管理',
    what: '专业',
    code: '专业代码',
    name: '专业学科名称',
    hint: '选择上级节点新增，或选择专业修改、删除。栏目大类随规则发布，不支持新增。',
  },
  titles: {
    title: '职称树管理',
    what: '职称',
    code: '职称代码',
    name: '职称名称',
    hint: '选择系列新增职称，或选择职称修改、删除。栏目大类随规则发布，不支持新增。',
  },
}

/** The tree of specialties or of titles: what hangs where, and the form of the node that is chosen. */
export default function CatalogueTree({ kind, categories, nodes, levels }: Props) {
  const words = WORDS[kind]
  const [search, setSearch] = useState('')
  const [chosen, choose] = useState<string | null>(null)
  const [adding, add] = useState(false)
  const branches = useMemo(
    () => branchesOf(categories, nodes, search.trim(), levels),
    [categories, nodes, search, levels]
  )
  const node = nodes.find(({ id }) => `n${id}` === chosen) ?? null
  const series = categories.find(({ code }) => `s${code}` === chosen) ?? null
  const top = series ?? categories.find(({ code }) => code === node?.series) ?? null
  const pick = (key: string | null) => {
    choose(key)
    add(false)
  }
  return (
    <>
      <PageHead title={words.title} hint={words.hint} />
      <div className="card tree-page">
        <div>
          <Input.Search
            allowClear
            placeholder={`按${words.code}或名称查询`}
            aria-label="查询"
            onSearch={setSearch}
            onChange={(event) => !event.target.value && setSearch('')}
          />
          {branches.length === 0 ? (
            <Empty title="没有符合条件的节点">可以换个关键字后再查询。</Empty>
          ) : (
            <Tree
              key={search}
              blockNode
              defaultExpandAll={Boolean(search) || nodes.length < 200}
              treeData={branches}
              selectedKeys={chosen ? [chosen] : []}
              onSelect={(keys) => pick(keys.length > 0 ? String(keys[0]) : null)}
            />
          )}
        </div>
        <div className="tree-side">
          {!top && (
            <Empty title={`请在左侧选择节点`}>
              选中系列可新增下级{words.what}；选中{words.what}可修改或删除。
            </Empty>
          )}
          {top && (adding || series) && (
            <section>
              <h2>
                在“{adding && node ? node.name : top.name}”下新增{words.what}
              </h2>
              <NodeForm
                key={`add-${chosen}`}
                kind={kind}
                levels={levels}
                path={`/catalogue/${kind}`}
                more={{ series: top.code, parentId: adding && node ? node.id : null }}
                onDone={() => add(false)}
              />
            </section>
          )}
          {node && !adding && (
            <section>
              <h2>修改{words.what}</h2>
              <NodeForm
                key={node.id}
                kind={kind}
                levels={levels}
                path={`/catalogue/${kind}/${node.id}`}
                node={node}
              />
              <p className="muted">{node.used ? `已有${node.used}，代码不能改、不能删除。` : ''}</p>
              <div className="buttons">
                {kind === 'specialties' && (
                  <Button onClick={() => add(true)}>新增下级{words.what}</Button>
                )}
                <CommandButton
                  danger
                  method="DELETE"
                  disabled={node.used !== null}
                  path={`/catalogue/${kind}/${node.id}`}
                  confirm={{
                    title: `删除“${node.name}”？`,
                    content: `删除后申报时不能再选择此${words.what}。`,
                  }}
                  onDone={() => pick(null)}
                >
                  删除栏目
                </CommandButton>
              </div>
            </section>
          )}
        </div>
      </div>
    </>
  )
}

function NodeForm({
  kind,
  levels,
  path,
  node,
  more,
  onDone,
}: Pick<Props, 'kind' | 'levels'> & {
  path: string
  node?: Node
  more?: Record<string, unknown>
  onDone?: () => void
}) {
  const words = WORDS[kind]
  const [form] = Form.useForm()
  return (
    <CommandForm
      path={path}
      submit="保存"
      form={form}
      initial={
        node && {
          code: node.code,
          name: node.name,
          level: node.level,
          nationalTitle: node.nationalTitle,
        }
      }
      body={(values) => ({ ...more, ...values })}
      onDone={() => {
        if (!node) form.resetFields()
        onDone?.()
      }}
    >
      {kind === 'titles' && (
        <Form.Item name="level" label="职称级别" rules={must('职称级别', '选择')}>
          <Select options={levels} />
        </Form.Item>
      )}
      <Form.Item name="code" label={words.code} rules={must(words.code)}>
        <Input maxLength={40} disabled={Boolean(node?.used)} />
      </Form.Item>
      <Form.Item name="name" label={words.name} rules={must(words.name)}>
        <Input maxLength={kind === 'titles' ? 60 : 100} />
      </Form.Item>
      {kind === 'titles' && (
        <Form.Item name="nationalTitle" label="对应人社部职称">
          <Input maxLength={60} />
        </Form.Item>
      )}
    </CommandForm>
  )
}

function branchesOf(
  categories: Props['categories'],
  nodes: Node[],
  search: string,
  levels: Props['levels']
): Branch[] {
  const label = new Map(levels.map((each) => [each.value, each.label]))
  const matches = (node: Node) => !search || node.name.includes(search) || node.code === search
  const below = (series: string, parent: number | null): Branch[] =>
    nodes
      .filter((node) => node.series === series && node.parentId === parent)
      .flatMap((node) => {
        const children = below(series, node.id)
        if (!matches(node) && children.length === 0) return []
        const level = node.level ? `（${label.get(node.level) ?? ''}）` : ''
        return [{ key: `n${node.id}`, title: `${node.code} ${node.name}${level}`, children }]
      })
  return categories.flatMap(({ code, name, category }) => {
    const children = below(code, null)
    if (search && children.length === 0 && !name.includes(search)) return []
    return [{ key: `s${code}`, title: category ? `${category} · ${name}` : name, children }]
  })
}
