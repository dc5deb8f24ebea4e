import { relative, resolve } from 'node:path'
import { describe, type Finding } from '../deployment/findings'

const WORDS: Record<Finding['kind'], string> = { refused: 'refused', unsupported: 'not here', warning: 'warning' }

/** @returns what was found, file by file, and whether something would be refused */
export const printFindings = (root: string, findings: readonly Finding[]): { text: string; refused: boolean } => {
  const files = [...new Set(findings.map(({ file }) => file))]
  const count = (kind: Finding['kind']) => findings.filter((finding) => finding.kind === kind).length
  const lines = files.flatMap((file) => [
    relative(resolve(root), file),
    ...findings.filter((finding) => finding.file === file).map((finding) => `  ${WORDS[finding.kind].padEnd(8)}  ${describe(finding)}`),
  ])
  const sum = findings.length === 0 ? 'Nothing is wrong with the deployment files.'
    : `${count('refused')} refused by the cloud, ${count('unsupported')} that only devcloud does not support, ${count('warning')} warnings`
  return { text: `${[...lines, sum].join('\n')}\n`, refused: count('refused') > 0 }
}
