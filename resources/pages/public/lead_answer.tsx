import { Form, Input } from 'antd'
import { useRef, useState } from 'react'
import { Captcha } from '~/ui/captcha'
import { CommandForm } from '~/ui/command_form'
import { Link } from '~/ui/link'
import { PageHead } from '~/ui/page_head'
import { LeadFiles, type LeadAnswer as Answer } from '~/ui/results/lead_files'

export default function LeadAnswer() {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const code = useRef('')
  return (
    <div className="narrow card">
      <PageHead title="查询办理情况" hint="凭反映问题时得到的查询码查询。" />
      <CommandForm<Answer>
        path="/publicity/answers"
        submit="查询"
        reload={false}
        body={(values) => {
          code.current = String(values.code).trim()
          return values
        }}
        onDone={(done) => setAnswer(done.data!)}
        extra={<Link href="/publicity">返回公示列表</Link>}
      >
        <Form.Item
          name="code"
          label="查询码"
          rules={[{ required: true, message: '请填写 16 位查询码' }]}
        >
          <Input maxLength={16} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="captcha"
          label="人机验证"
          rules={[{ required: true, message: '请完成人机验证' }]}
        >
          <Captcha />
        </Form.Item>
      </CommandForm>
      {answer && (
        <dl className="facts" style={{ marginTop: 24 }} aria-live="polite">
          <div>
            <dt>办理情况</dt>
            <dd>{answer.status}</dd>
          </div>
          <div>
            <dt>{answer.decidedAt ? '办结时间' : '办理期限'}</dt>
            <dd className="num">{answer.decidedAt ?? answer.dueOn}</dd>
          </div>
          {(answer.files.length > 0 || answer.mayAdd) && (
            <div className="wide">
              <dt>证明材料</dt>
              <dd>
                <LeadFiles
                  key={code.current}
                  code={code.current}
                  files={answer.files}
                  mayAdd={answer.mayAdd}
                />
              </dd>
            </div>
          )}
          {answer.opinion && (
            <div className="wide">
              <dt>说明</dt>
              <dd>{answer.opinion}</dd>
            </div>
          )}
        </dl>
      )}
    </div>
  )
}
