import { useCommand } from '~/ui/command'
import { CommandButton } from '~/ui/command_button'
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

interface Props {
  personas: Persona[]
  /** the demo's day, `YYYY-MM-DD` */
  today: string
  daysAhead: number
}

export default function Personas({ personas, today, daysAhead }: Props) {
  const { run, pending } = useCommand('/personas')
  return (
    <>
      <PageHead
        title="演示角色"
        hint="点击一个角色即以其身份登录。仅演示环境可用，人员均为操作手册中的示例或虚构。"
      />
      <div className="demo-days">
        <span>
          演示日期 <b>{today}</b>
          {daysAhead > 0 && <span className="muted">　比实际日期晚 {daysAhead} 天</span>}
        </span>
        {[1, 7].map((days) => (
          <CommandButton
            key={days}
            size="small"
            path="/personas/days"
            body={{ days }}
            confirm={{
              title: `把演示日期推后 ${days} 天？`,
              content: '公示期、办理时限等都按演示日期计算；推后以后不能退回。',
            }}
          >
            推后 {days} 天
          </CommandButton>
        ))}
      </div>
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
