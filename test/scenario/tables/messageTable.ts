import templates from '../../../cloudbase/message-templates.json'
import { BLANKS } from '../../../domain/notice/blanks'
import { CONDITIONS } from '../../../domain/notice/conditions'
import { FIELDS } from '../../../domain/notice/fields'
import { isLocked } from '../../../domain/notice/settings'
import { KIND_WORDS, KINDS_FOR, type Told } from '../../../domain/notice/kinds'
import { casePage, LIST_PAGES } from '../../../domain/notice/pages'
import { TABLE, type Cell, type Line, type Row, type Untold } from '../../../domain/notice/table'
import { TEMPLATES_FOR, templateFor, templateId, type TemplateKey } from '../../../domain/notice/templates'

const ROLES: Record<Told, string> = { resident: '居民', leader: '团长', supplier: '供货商', operator: '平台' }

/** The words of a line with what each blank is filled with. */
function spelled(words: string): string {
  return words.replace(/\{(\w+)\}/g, (_all, name: string) => `‹${BLANKS[name as keyof typeof BLANKS].says}›`)
}

function conditionsOf({ when }: Line | Untold): string {
  return when === undefined ? '' : when.map(name => CONDITIONS[name].says).join('，而且')
}

function rowsOf(to: Told, cell: Cell): string[] {
  return cell.map((entry, i) => {
    const whom = i === 0 ? ROLES[to] : ''
    const on = conditionsOf(entry) || (i === 0 ? '' : '别的时候')
    return 'untold' in entry ? `| ${whom} | ${on} | – | *${entry.untold}* | |` : `| ${whom} | ${on} | ${entry.kind} → ${templateFor(to, entry.kind)} | ${spelled(entry.title)} | ${spelled(entry.body)} |`
  })
}

function eventSection([event, row]: [string, Row]): string[] {
  return ['', `## ${event}`, '', '| 谁 | 什么时候 | 哪一类 → 模板 | 标题 | 正文 |', '|---|---|---|---|---|', ...(Object.entries(row) as [Told, Cell][]).flatMap(([to, cell]) => rowsOf(to, cell))]
}

function templateRow(key: TemplateKey): string {
  const { title, fields } = (templates as Record<string, { title: string; fields: Record<string, string> }>)[templateId(key)] ?? { title: '', fields: {} }
  const roles = (Object.keys(ROLES) as Told[]).filter(role => TEMPLATES_FOR[role].includes(key))
  return `| ${key} | ${title} | ${Object.entries(FIELDS[key]).map(([field, meaning]) => `\`${field}\` ${fields[field] ?? ''}（${meaning}）`).join('，')} | ${roles.map(role => ROLES[role]).join('、')} |`
}

/** The table as it stands in docs/messages.md. */
export function messagesDocument(): string {
  const roles = Object.keys(ROLES) as Told[]
  return [
    '# Who is told what',
    '',
    'Written by `npm run permissions` from `domain/notice/table.ts`; do not edit. `test/scenario/messages.test.ts` fails where this file is not what the table gives. Of each cell',
    'the first line whose conditions hold counts. Everything stands in the inbox once; what WeChat brings of it, and when, is',
    '[decided elsewhere](decisions/0030-when-and-how-often-people-are-told.md). Nobody is told of what they did themselves, and what is the leader\'s to do goes to the desk where',
    'the desk has the complaint. `‹…›` is filled from the case.',
    '',
    '## Templates',
    '',
    '| template | title | fields (what each means) | asked of |', '|---|---|---|---|',
    ...(Object.keys(FIELDS) as TemplateKey[]).map(templateRow),
    '',
    '## Kinds, and what opens',
    '',
    '| role | can choose | one case opens | several open |', '|---|---|---|---|',
    ...roles.map(role => `| ${ROLES[role]} | ${KINDS_FOR[role].map(kind => `${KIND_WORDS[kind]}${isLocked(kind) ? '（不能关）' : ''}`).join('、')} | \`${casePage(role, '…')}\` | ${role === 'resident' ? '–' : `\`${LIST_PAGES[role]}\``} |`),
    ...Object.entries(TABLE).flatMap(eventSection),
    '',
  ].join('\n')
}
