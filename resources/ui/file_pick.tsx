import { Button, type ButtonProps } from 'antd'
import { useRef } from 'react'

interface Props extends Pick<ButtonProps, 'size' | 'loading' | 'disabled' | 'id' | 'children'> {
  accept: string[]
  onPick: (file: File) => void
}

/** A button that asks for one file. */
export function FilePick({ accept, onPick, ...look }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        // a form of antd shows file inputs again, hidden or not
        style={{ display: 'none' }}
        tabIndex={-1}
        aria-hidden
        accept={accept.map((kind) => `.${kind}`).join(',')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          // the same file may be chosen again
          event.target.value = ''
          if (file) onPick(file)
        }}
      />
      <Button {...look} onClick={() => input.current?.click()} />
    </>
  )
}
