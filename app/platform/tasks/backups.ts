import { basename } from 'node:path'
import { firstBrokenEntry } from '#audit/audit'
import Person from '#identity/models/person'
import { brokenInvariants } from '#lifecycle/invariants'
import { logOperator } from '#platform/operator_log'
import { defineTask, type TaskResult } from '#platform/tasks/define_task'
import backupTenant from '#tenancy/actions/backup_tenant'
import proveBackup from '#tenancy/actions/prove_backup'
import restoreTenant from '#tenancy/actions/restore_tenant'
import { backupPath } from '#tenancy/backups'
import Tenant from '#tenancy/models/tenant'
import { Refusal } from '#web/refusal'

/** A backup counts when a copy restored from it was looked through. */
defineTask('backup', async ({ payload, progress }) => {
  const tenant = await Tenant.findByOrFail('slug', payload.slug)
  await progress(0, 2)
  const file = await backupTenant(tenant.info(), new Date())
  await progress(1)
  return proofOf(tenant, file)
})

/** An older backup looked through once more. */
defineTask('prove', async ({ payload }) => {
  const tenant = await Tenant.findByOrFail('slug', payload.slug)
  return proofOf(tenant, pathOf(payload))
})

/** Puts a closed province back to a backup; how it stood is backed up before. */
defineTask('restore', async ({ payload, operator, progress }) => {
  const tenant = await Tenant.findByOrFail('slug', payload.slug)
  if (tenant.status !== 'suspended') throw new Refusal('status', '请先停用租户，再恢复数据。')
  await progress(0, 3)
  const proof = await proofOf(tenant, pathOf(payload))
  if (proof.lines!.some(({ ok }) => !ok)) return proof
  await progress(1)
  const before = await backupTenant(tenant.info(), new Date())
  await progress(2)
  await restoreTenant(tenant.info(), pathOf(payload))
  await logOperator(
    { name: operator },
    { action: '恢复数据', tenant: tenant.slug, detail: payload.file }
  )
  return {
    message: `已恢复到 ${payload.file}；恢复前的数据备份在 ${basename(before)}`,
    lines: proof.lines,
  }
})

function pathOf({ slug, file }: Record<string, string>) {
  const path = backupPath(slug, file)
  if (!path) throw new Refusal('file', '没有这个备份。')
  return path
}

async function proofOf(tenant: Tenant, file: string): Promise<TaskResult> {
  const { rows, files, wrongFiles, more } = await proveBackup(tenant.info(), file, async () => ({
    broken: Object.keys(await brokenInvariants()),
    entry: await firstBrokenEntry(),
    opens: await sealedValuesOpen(),
  }))
  const sum = rows.reduce((all, { count }) => all + count, 0)
  const count = (table: string) => rows.find((row) => row.table === table)?.count ?? 0
  const lines = [
    {
      label: '数据库',
      text: `${rows.length} 张表、${sum} 行已恢复到副本，其中申报 ${count('applications')} 件`,
      ok: rows.length > 0,
    },
    {
      label: '文件',
      text:
        wrongFiles === 0
          ? `${files} 个文件的摘要全部相符`
          : `${files} 个文件中有 ${wrongFiles} 个缺失或摘要不符`,
      ok: wrongFiles === 0,
    },
    {
      label: '业务数据',
      text: more.broken.length === 0 ? '各项约束全部成立' : `不成立：${more.broken.join('、')}`,
      ok: more.broken.length === 0,
    },
    {
      label: '审计日志',
      text: more.entry === null ? '哈希链完整' : `第 ${more.entry} 条被改动或缺失`,
      ok: more.entry === null,
    },
    {
      label: '加密字段',
      text: more.opens ? '现有密钥可以解开' : '现有密钥不能解开，请核对 APP_KEY',
      ok: more.opens,
    },
  ]
  const isSound = lines.every(({ ok }) => ok)
  return {
    message: `${basename(file)}：${isSound ? '恢复副本检查通过' : '恢复副本检查未通过'}`,
    lines,
  }
}

/** Whether this instance's key opens what the copy holds sealed. */
async function sealedValuesOpen() {
  const people = await Person.query().orderBy('id', 'desc').limit(20)
  try {
    return people.every((person) => person.idNumber().length > 0)
  } catch {
    return false
  }
}
