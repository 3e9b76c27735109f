import { Button, Checkbox, Form, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import type { Provider } from '#identity/oidc'
import type { SignInPolicy } from '#identity/sign_in_policy'
import { CommandButton } from '~/ui/command_button'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { PolicyForm } from '~/ui/security/policy_form'
import { ProviderForm } from '~/ui/security/provider_form'
import { WholeTable } from '~/ui/whole_table'

type Role = {
  id: string
  label: string
  kind: string
  abilities: string[]
  version: number
  isGiven: boolean
  isOwn: boolean
  accounts: number
}
type Ability = { name: string; label: string; duty: string | null; group: string }
type Props = {
  policy: { value: SignInPolicy; version: number }
  provider: Provider & { version: number }
  roles: Role[]
  abilities: Ability[]
  groups: string[]
}

const KINDS: Record<string, string> = {
  applicant: '申报人',
  staff: '工作人员',
  committee: '评委会',
  expert: '专家',
  tenant_admin: '管理员',
}
const OPENABLE = ['staff', 'committee', 'tenant_admin']

/** What each role may do; three administrators' abilities are kept apart. */
export default function Roles({ policy, provider, roles, abilities, groups }: Props) {
  const [edited, edit] = useState<Role | 'new' | null>(null)
  const known = edited && edited !== 'new' ? edited : null
  const label = new Map(abilities.map((each) => [each.name, each.label]))
  return (
    <>
      <PageHead
        title="岗位与权限"
        hint="权限立即生效。系统管理、安全管理、审计管理的权限由不同的人掌握，不能放在同一岗位或同一账号。"
        actions={
          <Button type="primary" onClick={() => edit('new')}>
            新增岗位
          </Button>
        }
      />
      <section className="card">
        <WholeTable<Role>
          name="roles"
          rowKey="id"
          rows={roles}
          pageSize={50}
          search={{ label: '岗位', text: ({ label }) => label }}
          columns={[
            {
              key: 'label',
              title: '岗位',
              render: (_, role) => (
                <>
                  {role.label} {role.version > 0 && <Tag>{role.isGiven ? '已调整' : '自设'}</Tag>}
                </>
              ),
            },
            { key: 'kind', title: '账号类型', render: (_, role) => KINDS[role.kind] },
            {
              key: 'abilities',
              title: '权限',
              render: (_, role) => (
                <div style={{ maxWidth: 560, whiteSpace: 'normal' }}>
                  {role.abilities.map((name) => label.get(name) ?? '已停用的权限').join('、') ||
                    '无'}
                </div>
              ),
            },
            { key: 'accounts', title: '账号数', className: 'num', dataIndex: 'accounts' },
            {
              key: 'act',
              title: '操作',
              acts: true,
              render: (_, role) =>
                role.isOwn ? (
                  <span className="muted">本人岗位</span>
                ) : (
                  <>
                    <Button type="link" size="small" onClick={() => edit(role)}>
                      修改
                    </Button>
                    {role.version > 0 && (
                      <CommandButton
                        type="link"
                        size="small"
                        danger
                        method="DELETE"
                        path={`/roles/${role.id}`}
                        confirm={{
                          title: role.isGiven
                            ? `恢复“${role.label}”原来的权限？`
                            : `删除岗位“${role.label}”？`,
                          content: `现有 ${role.accounts} 个账号在这个岗位。`,
                        }}
                      >
                        {role.isGiven ? '恢复' : '删除'}
                      </CommandButton>
                    )}
                  </>
                ),
            },
          ]}
        />
      </section>
      <section className="card">
        <h2>登录策略</h2>
        <PolicyForm policy={policy} roles={roles} />
      </section>
      <section className="card">
        <h2>统一身份认证</h2>
        <ProviderForm provider={provider} />
      </section>
      <EntryModal
        open={edited !== null}
        wide
        title={known ? `修改岗位“${known.label}”` : '新增岗位'}
        path={known ? `/roles/${known.id}` : '/roles'}
        initial={known ? { label: known.label, abilities: known.abilities } : { abilities: [] }}
        hint={
          known && known.accounts > 0
            ? `现有 ${known.accounts} 个账号在这个岗位，保存后其权限立即改变。`
            : undefined
        }
        body={(values) => (known ? { ...values, version: known.version } : values)}
        onClose={() => edit(null)}
      >
        <Form.Item name="label" label="岗位名称" rules={must('岗位名称')}>
          <Input maxLength={60} />
        </Form.Item>
        {!known && (
          <>
            <Form.Item
              name="id"
              label="岗位标识"
              extra="小写字母、数字、下划线，建立后不能改。"
              rules={must('岗位标识')}
            >
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="kind" label="账号类型" rules={must('账号类型', '选择')}>
              <Select options={OPENABLE.map((value) => ({ value, label: KINDS[value] }))} />
            </Form.Item>
          </>
        )}
        <Form.Item name="abilities" label="权限" className="whole-row">
          <Checkbox.Group className="ability-groups">
            {groups.map((group) => (
              <AbilityGroup
                key={group}
                name={group}
                abilities={abilities.filter((ability) => ability.group === group)}
              />
            ))}
          </Checkbox.Group>
        </Form.Item>
      </EntryModal>
    </>
  )
}

function AbilityGroup({ name, abilities }: { name: string; abilities: Ability[] }) {
  if (abilities.length === 0) return null
  return (
    <fieldset>
      <legend>{name}</legend>
      <div className="ability-grid">
        {abilities.map((ability) => (
          <Checkbox key={ability.name} value={ability.name}>
            {ability.label}
            {ability.duty && <span className="muted">（{ability.duty}）</span>}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
