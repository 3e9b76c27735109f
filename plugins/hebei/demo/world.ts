import type { DemoWorld } from '#province/demo_world'

export const demo: DemoWorld | null = null
