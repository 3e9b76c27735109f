import { usePage } from '@inertiajs/react'
import { Button } from 'antd'
import { useUrl } from '~/ui/site'

/** 导出查询结果: the list as it is filtered now, all its pages, as an Excel file. */
export function ExportButton({ path }: { path: string }) {
  const url = useUrl()
  const query = usePage().url.split('?')[1]
  return <Button href={url(path) + (query ? `?${query}` : '')}>导出查询结果</Button>
}
