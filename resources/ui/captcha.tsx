import { Button } from 'antd'
import { useState } from 'react'
import { useUrl } from './site'

interface Props {
  value?: string
  onChange?: (payload: string) => void
}

/** Proves work to the server instead of reading a picture; solved in the page when asked for. */
export function Captcha({ value, onChange }: Props) {
  const url = useUrl()
  const [state, setState] = useState<'idle' | 'working' | 'failed'>('idle')
  const solve = async () => {
    setState('working')
    try {
      const [{ solveChallenge }, { deriveKey }] = await Promise.all([
        import('altcha-lib'),
        import('altcha-lib/algorithms/web/pbkdf2'),
      ])
      const challenge = await (await fetch(url('/captcha'))).json()
      const solution = await solveChallenge({ challenge, deriveKey })
      if (!solution) throw new Error('unsolved')
      onChange?.(btoa(JSON.stringify({ challenge, solution })))
      setState('idle')
    } catch {
      setState('failed')
    }
  }
  return (
    <Button onClick={() => void solve()} loading={state === 'working'}>
      {value ? '验证完成，可重新验证' : state === 'failed' ? '验证失败，再试一次' : '点击验证'}
    </Button>
  )
}
