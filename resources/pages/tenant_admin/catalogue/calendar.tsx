import { router } from '@inertiajs/react'
import { Alert, Button, Form, Input, InputNumber, Radio, Select } from 'antd'
import { useState } from 'react'
import { PageHead } from '~/ui/page_head'
import { EntryModal } from '~/ui/register/entry_modal'
import { must } from '~/ui/must'
import { useUrl } from '~/ui/site'

type Day = { date: string; isWorkDay: boolean; name: string | null; source: string }
type Props = {
  year: number
  present: number
  years: { year: number; days: number; workDays: number }[]
  days: Day[]
}

const WEEK = ['一', '二', '三', '四', '五', '六', '日']

/** Working days of a year, month by month; a click changes a day. */
export default function Calendar({ year, present, years, days }: Props) {
  const url = useUrl()
  const [edited, edit] = useState<Day | null>(null)
  const [importing, setImporting] = useState(false)
  const known = years.find((each) => each.year === year)
  const missing = [present, present + 1].filter((each) => !years.some((one) => one.year === each))
  const sources = [...new Set(days.map(({ source }) => source))]
  const choices = [...new Set([...years.map((each) => each.year), year, present + 1])].sort()
  return (
    <>
      <PageHead
        title="工作日历"
        hint="公示、补正等期限按工作日计算；没有日历的年度不能计算期限，系统会拒绝而不会猜测。"
        actions={
          <>
            <Select
              aria-label="年度"
              value={year}
              options={choices.map((value) => ({ value, label: `${value} 年` }))}
              onChange={(value) => router.get(url('/catalogue/calendar'), { year: value })}
            />
            <Button type="primary" onClick={() => setImporting(true)}>
              按放假通知导入
            </Button>
          </>
        }
      />
      {missing.length > 0 && (
        <Alert
          showIcon
          type="warning"
          style={{ marginBottom: 16 }}
          title={`尚未维护 ${missing.join('、')} 年的工作日历`}
          description="国务院办公厅的放假通知发布后，请点击“按放假通知导入”；此前跨入该年的期限无法计算。"
        />
      )}
      <div className="card">
        <p className="muted">
          {known
            ? `${year} 年共 ${known.days} 天，其中工作日 ${known.workDays} 天。来源：${sources.map(sourceWords).join('、')}。点击日期可以调整。`
            : `${year} 年还没有日历。`}
        </p>
        <div className="months">
          {known &&
            Array.from({ length: 12 }, (_, month) => (
              <Month
                key={month}
                month={month + 1}
                days={days.filter(({ date }) => Number(date.slice(5, 7)) === month + 1)}
                onEdit={edit}
              />
            ))}
        </div>
      </div>
      <EntryModal
        open={edited !== null}
        title={`调整 ${edited?.date ?? ''}`}
        path="/catalogue/calendar/day"
        initial={{ isWorkDay: edited?.isWorkDay, name: edited?.name }}
        body={(values) => ({ ...values, date: edited!.date })}
        hint="只影响今后计算的期限，已确定的期限不变。"
        onClose={() => edit(null)}
      >
        <Form.Item name="isWorkDay" label="这一天">
          <Radio.Group
            options={[
              { value: true, label: '工作日' },
              { value: false, label: '休息日' },
            ]}
          />
        </Form.Item>
        <Form.Item name="name" label="说明">
          <Input maxLength={40} placeholder="如：调休上班" />
        </Form.Item>
      </EntryModal>
      <EntryModal
        open={importing}
        wide
        title="按放假通知导入一年的工作日历"
        path="/catalogue/calendar/year"
        initial={{ year: missing[0] ?? present + 1 }}
        hint="周一至周五为工作日、周末为休息日，再按通知的放假和调休日期修正。管理员单独调整过的日期保留。"
        onClose={() => setImporting(false)}
      >
        <Form.Item name="year" label="年度" rules={must('年度')}>
          <InputNumber min={2020} max={2100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="source" label="通知文号" rules={must('通知文号')}>
          <Input maxLength={80} placeholder="国办发明电〔…〕…号" />
        </Form.Item>
        <Form.Item
          name="holidays"
          label="放假日期"
          extra="一行一个日期或范围，后面写节日名称。"
          rules={must('放假日期')}
        >
          <Input.TextArea rows={7} placeholder={'1-1 元旦\n2-5~2-11 春节\n4-5 清明节'} />
        </Form.Item>
        <Form.Item name="workdays" label="调休上班日期" extra="一行一个日期，没有可不填。">
          <Input.TextArea rows={7} placeholder={'1-30\n2-14'} />
        </Form.Item>
      </EntryModal>
    </>
  )
}

const sourceWords = (source: string) =>
  source === 'chinese-days' ? '国务院办公厅历年放假通知' : source

function Month({
  month,
  days,
  onEdit,
}: {
  month: number
  days: Day[]
  onEdit: (day: Day) => void
}) {
  const before = days[0] ? (new Date(`${days[0].date}T00:00:00Z`).getUTCDay() + 6) % 7 : 0
  return (
    <section className="month">
      <h3>{month} 月</h3>
      <div className="month-days">
        {WEEK.map((name) => (
          <span key={name} className="muted">
            {name}
          </span>
        ))}
        {Array.from({ length: before }, (_, index) => (
          <span key={index} />
        ))}
        {days.map((day) => (
          <button
            key={day.date}
            type="button"
            className={day.isWorkDay ? 'work' : 'rest'}
            title={day.name ?? undefined}
            aria-label={`${day.date}${day.isWorkDay ? ' 工作日' : ' 休息日'}${day.name ? ` ${day.name}` : ''}`}
            onClick={() => onEdit(day)}
          >
            {Number(day.date.slice(8))}
          </button>
        ))}
      </div>
    </section>
  )
}
