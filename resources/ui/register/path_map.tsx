import '@xyflow/react/dist/style.css'
import dagre from '@dagrejs/dagre'
import {
  Background,
  Controls,
  Handle,
  MarkerType,
  Position,
  ReactFlow,
  type Edge,
  type Node,
  type NodeProps,
} from '@xyflow/react'
import { useMemo } from 'react'

export type MapNode = {
  id: number
  name: string
  kind: string
  isFinal: boolean
  evaluates: boolean | null
  isBroken: boolean
}
export interface PathMapData {
  nodes: MapNode[]
  edges: { id: string; lower: number; upper: number; confirmed: boolean }[]
}
interface Props {
  map: PathMapData
  /** ids of the way that is taken, in order */
  way: number[]
  start: number
  onPick: (node: MapNode) => void
}
type Body = Node<MapNode & { isOnWay: boolean; isStart: boolean }, 'body'>

const WIDTH = 216
const HEIGHT = 66

/** The network above a unit, drawn from below upward; the list beside it says the same in words. */
export default function PathMap({ map, way, start, onPick }: Props) {
  const { nodes, edges } = useMemo(() => drawn(map, way, start), [map, way, start])
  return (
    <div className="path-map" aria-hidden="true">
      <ReactFlow
        key={`${start}-${map.nodes.length}-${map.edges.length}`}
        nodes={nodes}
        edges={edges}
        nodeTypes={TYPES}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.15 }}
        minZoom={0.2}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        proOptions={{ hideAttribution: true }}
        onNodeClick={(_, node) => onPick((node as Body).data)}
      >
        <Background gap={22} color="#e4e8ed" />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}

function BodyNode({ data }: NodeProps<Body>) {
  const state = data.isBroken ? 'broken' : data.isOnWay ? 'on-way' : ''
  return (
    <div className={`path-node ${state}`}>
      <Handle type="target" position={Position.Bottom} />
      <b>{data.name}</b>
      <span>
        {[
          data.isStart && '申报单位',
          data.isFinal && '可终审',
          data.evaluates === true && '能评审该专业',
          data.evaluates === false && '不能评审该专业',
          data.isBroken && '路径在此中断',
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <Handle type="source" position={Position.Top} />
    </div>
  )
}

const TYPES = { body: BodyNode }

function drawn(map: PathMapData, way: number[], start: number) {
  const layout = new dagre.graphlib.Graph()
  layout.setGraph({ rankdir: 'BT', nodesep: 36, ranksep: 56 })
  layout.setDefaultEdgeLabel(() => ({}))
  for (const { id } of map.nodes) layout.setNode(String(id), { width: WIDTH, height: HEIGHT })
  for (const { lower, upper } of map.edges) layout.setEdge(String(lower), String(upper))
  dagre.layout(layout)
  const nodes = map.nodes.map((node): Body => {
    const { x, y } = layout.node(String(node.id))
    return {
      id: String(node.id),
      type: 'body',
      position: { x: x - WIDTH / 2, y: y - HEIGHT / 2 },
      data: { ...node, isOnWay: way.includes(node.id), isStart: node.id === start },
    }
  })
  const edges = map.edges.map(({ id, lower, upper, confirmed }): Edge => {
    const at = way.indexOf(lower)
    const isOnWay = confirmed && at >= 0 && way[at + 1] === upper
    const stroke = isOnWay ? 'var(--accent)' : '#a9b2be'
    return {
      id,
      source: String(lower),
      target: String(upper),
      label: confirmed ? undefined : '待确认',
      style: {
        stroke,
        strokeWidth: isOnWay ? 2.5 : 1.5,
        strokeDasharray: confirmed ? undefined : '6 5',
      },
      markerEnd: { type: MarkerType.ArrowClosed, color: isOnWay ? undefined : '#a9b2be' },
    }
  })
  return { nodes, edges }
}
