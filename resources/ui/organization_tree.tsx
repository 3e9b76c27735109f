import { router } from '@inertiajs/react'
import { Tree } from 'antd'
import { useState } from 'react'
import { useUrl } from './site'

export type TreeNode = { id: number; name: string; kind: string; hasLower: boolean }

interface Branch {
  key: number
  title: string
  isLeaf: boolean
  children?: Branch[]
}

const branch = ({ id, name, hasLower }: TreeNode): Branch => ({
  key: id,
  title: name,
  isLeaf: !hasLower,
})

/** The bodies below one's own, opened branch by branch. */
export function OrganizationTree({ top, at }: { top: TreeNode[]; at: number | null }) {
  const url = useUrl()
  const [branches, set] = useState(() => top.map(branch))
  const load = async ({ key }: { key: React.Key }) => {
    const answer = await fetch(url(`/organizations/lower?of=${key}`), {
      headers: { accept: 'application/json' },
    })
    if (!answer.ok) return
    const { nodes } = (await answer.json()) as { nodes: TreeNode[] }
    set((all) => withChildren(all, Number(key), nodes.map(branch)))
  }
  return (
    <Tree<Branch>
      aria-label="机构树"
      blockNode
      treeData={branches}
      loadData={load}
      selectedKeys={at === null ? [] : [at]}
      onSelect={(keys) => keys.length > 0 && router.visit(url(`/organizations?at=${keys[0]}`))}
    />
  )
}

const withChildren = (all: Branch[], key: number, children: Branch[]): Branch[] =>
  all.map((one) =>
    one.key === key
      ? { ...one, children }
      : one.children
        ? { ...one, children: withChildren(one.children, key, children) }
        : one
  )
