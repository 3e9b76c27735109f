import { Button, DatePicker, Form, Input } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useState } from 'react'
import { useCommand } from '../command'
import { PeriodEnd } from '../period_end'
import { useToday } from '../site'

interface Props {
  applicationId: number
  version: number
  publicityDays: number
}

/** 所在单位申报公示 (HU-06). */
export function UnitPublicity({ applicationId, version, publicityDays }: Props) {
  const [startsOn, setStartsOn] = useState<Dayjs>(dayjs(useToday()))
  const [place, setPlace] = useState('')
  const [outcome, setOutcome] = useState('')
  const { run, pending, errors } = useCommand(`/reviews/${applicationId}`)
  const item = (field: string) => {
    const message = errors.find((error) => error.field === field)?.message
    return { validateStatus: message ? ('error' as const) : undefined, help: message }
  }
  return (
    <div className="card">
      <h2>所在单位申报公示</h2>
      <p className="muted">单位内部公示不少于 {publicityDays} 个工作日，结束日期按工作日历计算。</p>
      <Form layout="vertical" component="div">
        <Form.Item label="公示开始日期" htmlFor="startsOn" required {...item('startsOn')}>
          <DatePicker
            id="startsOn"
            style={{ width: '100%' }}
            allowClear={false}
            value={startsOn}
            onChange={(day) => day && setStartsOn(day)}
          />
        </Form.Item>
        <PeriodEnd
          days={publicityDays}
          startsOn={startsOn.format('YYYY-MM-DD')}
          then="可以推荐上报"
        />
        <Form.Item label="公示地点" htmlFor="place" required {...item('place')}>
          <Input
            id="place"
            value={place}
            maxLength={100}
            onChange={(event) => setPlace(event.target.value)}
          />
        </Form.Item>
        <Form.Item label="公示结果" htmlFor="outcome" required {...item('outcome')}>
          <Input.TextArea
            id="outcome"
            rows={3}
            value={outcome}
            maxLength={300}
            onChange={(event) => setOutcome(event.target.value)}
          />
        </Form.Item>
      </Form>
      <Button
        type="primary"
        loading={pending}
        onClick={() =>
          void run({
            decision: 'unit_publicity',
            startsOn: startsOn.format('YYYY-MM-DD'),
            place,
            outcome,
            version,
          })
        }
      >
        保存
      </Button>
    </div>
  )
}
