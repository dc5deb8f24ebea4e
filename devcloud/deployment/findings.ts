import { badDeployment, CloudError } from '../errors'

/** Something about a deployment file. `place` is like `functions[0].timeout`; empty for the file as a whole. */
export interface Finding {
  /** The service refuses it too; the service takes it and this cloud does not; nobody refuses it. */
  kind: 'refused' | 'unsupported' | 'warning'
  file: string
  place: string
  problem: string
}

/** As it is told to whoever wrote the file. */
export const describe = ({ place, problem }: Pick<Finding, 'place' | 'problem'>): string => `${place}${place === '' || problem.startsWith('must be') ? ' ' : ': '}${problem}`.trim()

/** What was found about the deployment files; the start of the cloud and `devcloud doctor` read them by the same readers. */
export class Findings {
  readonly #all: Finding[] = []

  get all(): readonly Finding[] { return this.#all }

  add(finding: Finding): void { this.#all.push(finding) }

  /**
   * Ends what cannot go on.
   * @throws BAD_DEPLOYMENT with everything that is refused; DEVCLOUD_NOT_SUPPORTED, if it is only this cloud that refuses
   */
  settle(): void {
    const stopping = this.#all.filter(({ kind }) => kind !== 'warning')
    const first = stopping[0]
    if (!first) return
    const [{ file }] = stopping as [Finding]
    const others = stopping.slice(1).map((finding) => `\n${finding.file}: ${describe(finding)}`).join('')
    if (stopping.every(({ kind }) => kind === 'unsupported')) throw new CloudError('DEVCLOUD_NOT_SUPPORTED', `${file}: ${describe(first)}${others}`, 501)
    throw badDeployment(file, `${describe(first)}${others}`)
  }
}

/** Reads something, and ends if anything is wrong with it. @param warned is told of what stops nothing @throws as `settle` */
export const settled = <T>(read: (findings: Findings) => T, warned?: (warning: Finding) => void): T => {
  const findings = new Findings()
  const value = read(findings)
  findings.settle()
  if (warned) findings.all.forEach(warned)
  return value
}
