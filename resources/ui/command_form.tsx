import { Alert, App, Button, Form, type FormInstance } from 'antd'
import { useEffect, type KeyboardEvent, type ReactNode } from 'react'
import { useCommand, type Done } from './command'
import { useSay } from './words'

interface Props<Data> {
  path: string
  method?: 'POST' | 'PUT'
  initial?: object
  submit: string
  disabled?: boolean
  form?: FormInstance
  /** what is sent, from what was typed */
  body?: (values: Record<string, unknown>) => unknown
  /** asked before what cannot be taken back */
  confirm?: (values: Record<string, unknown>) => { title: string; content?: ReactNode }
  onDone?: (done: Done<Data>) => void
  reload?: string[] | false
  extra?: ReactNode
  children: ReactNode
  layout?: 'vertical' | 'grid'
}

/** A form bound to one command: the server's words stand at the fields and, together, above the form. */
export function CommandForm<Data = unknown>(props: Props<Data>) {
  const [own] = Form.useForm()
  const say = useSay()
  const { modal } = App.useApp()
  const form = props.form ?? own
  const { run, pending, errors } = useCommand<Data>(props.path, {
    method: props.method,
    onDone: props.onDone,
    reload: props.reload,
  })
  useEffect(() => {
    form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })))
    form.setFields(errors.map(({ field, message }) => ({ name: field, errors: [message] })))
    const first = errors.find(({ field }) => form.getFieldInstance(field))
    if (first) form.scrollToField(first.field, { block: 'center', focus: true })
  }, [errors, form])
  const send = (values: Record<string, unknown>) => {
    const start = () => run(props.body ? props.body(values) : values)
    const asked = props.confirm?.(values)
    if (!asked) return void start()
    modal.confirm({
      title: say(asked.title),
      content: say(asked.content),
      okText: say(props.submit),
      cancelText: '取消',
      onOk: start,
    })
  }
  const elsewhere = errors.filter(({ field }) => !form.getFieldInstance(field))
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={props.initial}
      scrollToFirstError={{ block: 'center', focus: true }}
      onFinish={send}
      onKeyDown={keepEnterInPickers}
    >
      {elsewhere.length > 0 && (
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 16 }}
          title={elsewhere.map(({ message }) => message).join('；')}
        />
      )}
      {props.layout === 'grid' ? <div className="grid-form">{props.children}</div> : props.children}
      <div style={{ display: 'flex', gap: 12, alignItems: 'center' }}>
        <Button type="primary" htmlType="submit" loading={pending} disabled={props.disabled}>
          {say(props.submit)}
        </Button>
        {props.extra}
      </div>
    </Form>
  )
}

/** Enter in a date takes the day; it does not send a form that is half filled in. */
function keepEnterInPickers(event: KeyboardEvent<HTMLFormElement>) {
  const inPicker = (event.target as HTMLElement).closest('.ant-picker, .ant-picker-dropdown')
  if (event.key === 'Enter' && inPicker) event.preventDefault()
}
