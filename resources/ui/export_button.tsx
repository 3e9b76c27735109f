import { Button, type ButtonProps } from 'antd'
import type { ReactNode } from 'react'
import { useUrl } from './site'

interface Props {
  path: string
  /** filters of the list; the file holds what the list shows, on all its pages */
  values?: Record<string, string | undefined>
  size?: ButtonProps['size']
  children?: ReactNode
}

/** A list as an Excel file. */
export function ExportButton({ path, values = {}, size, children = '导出' }: Props) {
  const url = useUrl()
  const query = new URLSearchParams(
    Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : []))
  ).toString()
  return (
    <Button size={size} href={url(path) + (query && `?${query}`)} download>
      {children}
    </Button>
  )
}
