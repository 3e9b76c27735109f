import { useCommand } from '~/ui/command'
import { Empty } from '~/ui/empty'
import { PageHead } from '~/ui/page_head'

export interface Persona {
  login: string
  name: string
  kind: string
  organization: string | null
  hint: string
}

const KINDS: Record<string, string> = {
  applicant: '申报人',
  staff: '单位与机构',
  committee: '评委会',
  expert: '评审专家',
  tenant_admin: '平台管理',
}

export default function Personas({ personas }: { personas: Persona[] }) {
  const { run, pending } = useCommand('/personas')
  return (
    <>
      <PageHead
        title="演示角色"
        hint="点击一个角色即以其身份登录。仅演示环境可用，人员均为操作手册中的示例或虚构。"
      />
      {personas.length === 0 && <Empty title="还没有演示数据">请先载入演示数据。</Empty>}
      {Object.entries(KINDS).map(([kind, label]) => {
        const list = personas.filter((persona) => persona.kind === kind)
        if (list.length === 0) return null
        return (
          <section key={kind} style={{ marginBottom: 28 }}>
            <h2 style={{ fontSize: 16, marginBottom: 12 }}>{label}</h2>
            <div className="entries">
              {list.map((persona) => (
                <button
                  key={persona.login}
                  type="button"
                  className="entry"
                  disabled={pending}
                  style={{ font: 'inherit', textAlign: 'left', cursor: 'pointer' }}
                  onClick={() => void run({ login: persona.login })}
                >
                  <b>{persona.name}</b>
                  <div className="muted">{persona.organization}</div>
                  <div>{persona.hint}</div>
                </button>
              ))}
            </div>
          </section>
        )
      })}
    </>
  )
}
